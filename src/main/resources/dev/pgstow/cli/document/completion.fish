# Completion of pgstow for fish; `pgstow completion fish` made it.

# Whether what is typed is the command of these words, and none below it.
function __pgstow_at
    set -l words (commandline -opc)
    set -e words[1]
    set -l wanted (string split -n ' ' -- $argv[1])
    test (count $words) -ge (count $wanted); or return 1
    for i in (seq (count $wanted))
        test "$words[$i]" = "$wanted[$i]"; or return 1
    end
    set -l next (math (count $wanted) + 1)
    test (count $words) -ge $next; and contains -- $words[$next] (__pgstow_below "$argv[1]"); and return 1
    return 0
end

# Whether the next word is the first behind these.
function __pgstow_directly_at
    test (count (commandline -opc)) -eq (math (count (string split -n ' ' -- $argv[1])) + 1); and __pgstow_at $argv[1]
end

# Prints the names that a server or a workspace knows.
function __pgstow_names
    set -l words (commandline -opc)
    set -e words[1]
    test (count $words) -gt 0; and string match -q -- '-*' $words[-1]; and set -e words[-1]
    pgstow __complete $argv[1] $words 2>/dev/null </dev/null
end

complete -c pgstow -f
@TABLE@
