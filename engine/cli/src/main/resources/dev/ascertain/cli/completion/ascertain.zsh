#compdef ascertain
# Completion of ascertain for zsh: source <(ascertain completion zsh), or save it as _ascertain on the fpath.
_ascertain() {
    local program=ascertain answer candidate
    local -a files values shown open_values open_shown
    [[ $words[1] == */* ]] && program=${~words[1]}
    answer=("${(@f)$(command $program __complete zsh $((CURRENT - 2)) \
        "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" "${(@Q)words[CURRENT+1,-1]}" 2> /dev/null < /dev/null)}")
    files=(${=answer[1]})
    for candidate in "${(@)answer[2,-1]}"; do
        [[ -n $candidate ]] || continue
        local value=${candidate%%$'\t'*} meaning=${candidate#*$'\t'}
        if [[ $value == *= ]]; then
            open_values+=("$value")
            open_shown+=("$value${meaning:+  -- $meaning}")
        else
            values+=("$value")
            shown+=("$value${meaning:+  -- $meaning}")
        fi
    done
    local found=1
    (($#values)) && compadd -l -d shown -a values && found=0
    (($#open_values)) && compadd -S '' -l -d open_shown -a open_values && found=0
    case $files[1] in
        files) compset -p $files[2]; _files && found=0 ;;
        folders) compset -p $files[2]; _files -/ && found=0 ;;
    esac
    return found
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _ascertain "$@"
else
    compdef _ascertain ascertain
fi
