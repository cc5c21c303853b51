# Completion of touchstone in Bash. The program itself says what fits; its name alone is looked up, so that no program in
# the folder of a stranger is run by a Tab.
_touchstone() {
    local line paths=
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ -z $paths ]]; then paths=$line; else COMPREPLY+=("$line"); fi
    done < <(command touchstone completions bash -- "${COMP_LINE:0:COMP_POINT}" "${COMP_LINE:COMP_POINT}" "$2" 2>/dev/null)
    case $paths in
        words) compopt +o default 2>/dev/null ;;
        folders) compopt +o default -o dirnames 2>/dev/null ;;
        files)
            # Without words Bash itself goes on with files.
            if ((${#COMPREPLY[@]})); then
                compopt -o filenames 2>/dev/null
                while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$2")
            fi
            ;;
    esac
}
complete -o default -F _touchstone touchstone
