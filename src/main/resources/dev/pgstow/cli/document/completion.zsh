#compdef pgstow
# Completion of pgstow for zsh; `pgstow completion zsh` made it.

# Offers the names that a server or a workspace knows.
_pgstow_names() {
  local -a names past expl
  past=("${(@Q)words[1,CURRENT-1]}")
  [[ ${past[-1]-} == -* ]] && past[-1]=()
  names=("${(@f)$(pgstow __complete $1 "${past[@]}" 2>/dev/null </dev/null)}")
  names=(${names:#})
  _wanted names expl $1 compadd -a names
}

@TABLE@

# Sourced, it has to tell the shell of itself; in fpath, it is the function's body.
if [[ ${funcstack[1]-} == _pgstow ]]; then
  _pgstow "$@"
else
  compdef _pgstow pgstow
fi
