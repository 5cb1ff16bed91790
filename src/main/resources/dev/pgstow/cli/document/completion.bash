# Completion of pgstow for bash; `pgstow completion bash` made it.

# Sets the commands, options and operand of a command. What takes a value has =KIND behind it.
_pgstow_table() {
  commands= options= operand=
  case $1 in
@TABLE@
  esac
}

# Sets words: those up to the cursor, with what readline split at = and : joined again.
_pgstow_words() {
  local rest=${COMP_LINE:0:COMP_POINT} lead word i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $i -eq $COMP_CWORD ]]; then
      lead=${rest%%[![:blank:]]*}
      word=${rest#"$lead"}
    else
      lead=${rest%%"$word"*}
    fi
    if [[ -z $lead && $i -gt 0 ]]; then
      words[${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
    rest=${rest#"$lead$word"}
  done
}

# Sets kind: what follows an option, or nothing.
_pgstow_kind() {
  local option
  kind=
  for option in $options; do
    [[ $option == "$1="* ]] && kind=${option#*=}
  done
}

# Prints what there is of a kind, a line each.
_pgstow_values() {
  case $1 in
    choice:*)
      local choice=${1#choice:}
      printf '%s\n' "${choice//|/$'\n'}"
      ;;
    name:*)
      local past=("${words[@]:1:last-1}")
      [[ ${#past[@]} -gt 0 && ${past[${#past[@]} - 1]} == -* ]] && unset "past[${#past[@]}-1]"
      pgstow __complete "${1#name:}" "${past[@]//[\"\'\\]/}" 2>/dev/null </dev/null
      ;;
  esac
}

# Offers those of standard input's lines that begin with value.
_pgstow_offer() {
  local line full breaks= behind=$current
  [[ $COMP_WORDBREAKS == *=* ]] && breaks+==
  [[ $COMP_WORDBREAKS == *:* ]] && breaks+=:
  # Readline replaces what is behind the last break only.
  [[ -n $breaks ]] && behind=${current##*[$breaks]}
  while IFS= read -r line; do
    [[ -n $line && $line == "$value"* ]] || continue
    printf -v line %q "$line"
    full=${current%"$value"}$line
    COMPREPLY+=("${full#"${current%"$behind"}"}")
  done
}

_pgstow_files() {
  if type compopt >/dev/null 2>&1; then
    compopt -o "$1"
  else
    local IFS=$'\n'
    COMPREPLY=($(compgen -f -- "$value"))
  fi
}

_pgstow() {
  local words last current value command= kind= i=1 commands options operand
  _pgstow_words
  last=$((${#words[@]} - 1))
  current=${words[last]}
  value=$current
  _pgstow_table ''
  while [[ $i -lt $last && " $commands " == *" ${words[i]} "* ]]; do
    command="$command${command:+ }${words[i]}"
    _pgstow_table "$command"
    ((i++))
  done
  COMPREPLY=()
  if [[ $current == --*=* ]]; then
    _pgstow_kind "${current%%=*}"
    value=${current#*=}
  elif [[ $last -gt 1 && ${words[last - 1]} == -* ]]; then
    _pgstow_kind "${words[last - 1]}"
  fi
  if [[ -z $kind && $current == -* ]]; then
    _pgstow_offer < <(for i in $options; do printf '%s\n' "${i%%=*}"; done)
    return
  fi
  if [[ -z $kind ]]; then
    [[ $i -eq $last ]] && _pgstow_offer < <(printf '%s\n' $commands)
    kind=$operand
  fi
  case $kind in
    file) _pgstow_files default ;;
    folder) _pgstow_files dirnames ;;
    choice:* | name:*) _pgstow_offer < <(_pgstow_values "$kind") ;;
  esac
}

complete -F _pgstow pgstow
