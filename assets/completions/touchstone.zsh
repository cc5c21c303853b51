#compdef touchstone
# Completion of touchstone in Zsh. The program itself says what fits; its name alone is looked up, so that no program in
# the folder of a stranger is run by a Tab.
_touchstone() {
    local line paths value about
    local -a values shown
    while IFS= read -r line; do
        if [[ -z $paths ]]; then
            paths=$line
            continue
        fi
        value=${line%%$'\t'*}
        about=${line#$value}
        about=${about#$'\t'}
        values+=("$value")
        shown+=("$value${about:+  -- $about}")
    done < <(command touchstone completions zsh -- $((CURRENT - 2)) "${(@Q)words[2,-1]}" 2>/dev/null)
    local found=1
    (($#values)) && compadd -l -d shown -a values && found=0
    case $paths in
        files) compset -P '--*='; _files && found=0 ;;
        folders) compset -P '--*='; _files -/ && found=0 ;;
    esac
    return found
}
if [[ $funcstack[1] == _touchstone ]]; then _touchstone "$@"; else compdef _touchstone touchstone; fi
