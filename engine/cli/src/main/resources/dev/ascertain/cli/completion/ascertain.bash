# Completion of ascertain for bash 4 and newer: source <(ascertain completion bash)
_ascertain() {
    local program=ascertain files reply
    case $1 in
        */*) program=${1/#\~\//"$HOME"/} ;;
    esac
    COMPREPLY=()
    {
        IFS= read -r files
        while IFS= read -r reply; do
            COMPREPLY+=("$reply")
        done
    } < <(command "$program" __complete bash "$COMP_POINT" "$COMP_LINE" "$COMP_WORDBREAKS" 2> /dev/null < /dev/null)
    if ((${#COMPREPLY[@]} == 0)); then
        case $files in
            files\ *) compopt -o default ;;
            folders\ *) compopt -o dirnames ;;
        esac
    elif ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace
    fi
}
complete -F _ascertain ascertain
