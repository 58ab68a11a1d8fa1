# Completion of ascertain for fish 3.2 and newer: ascertain completion fish | source
function __ascertain_complete
    set -l tokens (commandline --current-process --tokenize --cut-at-cursor)
    set -l all (commandline --current-process --tokenize)
    set -l raw (commandline --current-token --cut-at-cursor)
    # A quote may still be open.
    set -l current (string unescape -- $raw; or string unescape -- "$raw'"; or string unescape -- "$raw\"")
    set -l program ascertain
    string match --quiet '*/*' -- $tokens[1]; and set program $tokens[1]
    set -l before $tokens[2..]
    set -l after $all[(math (count $tokens) + 2)..]
    test -n "$current"; or set current ''
    set -l answer (command $program __complete fish (count $before) $before "$current" $after 2>/dev/null </dev/null)
    printf '%s\n' $answer[2..]
    set -l files (string split ' ' -- $answer[1])
    set -l stem (string sub --length $files[2] -- "$current")
    set -l path (string sub --start (math $files[2] + 1) -- "$current")
    set -l found
    switch "$files[1]"
        case files
            set found (__fish_complete_path $path)
        case folders
            set found (__fish_complete_directories $path '')
    end
    for file in $found
        printf '%s%s\n' "$stem" "$file"
    end
end
complete --command ascertain --no-files --arguments '(__ascertain_complete)'
