# Completion of touchstone in fish. The program itself says what fits; its name alone is looked up, so that no program in
# the folder of a stranger is run by a Tab.
function __touchstone_complete
    set -l before (commandline -opc)
    set -l current (commandline -t)
    set -l all (commandline -op)
    set -l next (math (count $before) + 1)
    test -n "$current"; and set next (math $next + 1)
    set -l answer (command touchstone completions fish -- (math (count $before) - 1) $before[2..-1] "$current" $all[$next..-1] 2>/dev/null)
    printf '%s\n' $answer[2..-1]
    switch "$answer[1]"
        case files
            __fish_complete_path (commandline -ct)
        case folders
            __fish_complete_directories (commandline -ct) ''
    end
end
complete -c touchstone -f -a '(__touchstone_complete)'
