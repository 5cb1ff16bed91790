# Sourced by the launchers: finds a java and runs the program on it.
#
# The launcher sets
#   jar      the program's jar; the jars it needs lie in lib/ beside it
#   build    a word that no other build of the program has
#   runtime  a java that came with the program, or empty
#   cache    the folder for what is remembered between starts, or empty for the user's own
#   ahead    "now" to make the archive of classes before the first start, "later" behind it
# and calls find_java, then launch.

say() { printf '%s\n' "$*" >&2; }

# Our own folder below the user's cache; empty if there is none that is the user's alone.
user_cache() {
  cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  case $cache in
    /*) cache=$cache/pgstow ;;
    *) cache= ;;
  esac
  if [ -n "$cache" ] && [ ! -d "$cache" ]; then
    (umask 077 && mkdir -p "$cache") 2>/dev/null || cache=
  fi
  # Classes are loaded from it: under sudo, another user's folder will not do.
  if [ -n "$cache" ] && ! [ -O "$cache" ]; then cache=; fi
}

major() {
  "$1" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \(1\.\)\{0,1\}\([0-9]*\).*/\2/p'
}

# Sets java and version: the program's own java, JAVA_HOME's, or the one on PATH, if it runs 17 bytecode.
find_java() {
  [ -n "$cache" ] || user_cache
  java=
  for candidate in "$runtime" "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || :)"; do
    [ -n "$candidate" ] && [ -x "$candidate" ] || continue
    # Asked once per java and remembered: starting a JVM to ask costs as much as the answer is worth.
    memo=${cache:+$cache/java-version}
    if [ -f "$memo" ] && [ "$memo" -nt "$candidate" ] && IFS= read -r known <"$memo" && [ "${known#* }" = "$candidate" ]; then
      version=${known%% *}
    else
      version=$(major "$candidate")
      [ -d "$cache" ] && printf '%s %s\n' "$version" "$candidate" 2>/dev/null >"$memo" || :
    fi
    if [ "${version:-0}" -ge 17 ]; then
      java=$candidate
      return 0
    fi
  done
  say "pgstow needs Java 17 or newer. None was found by JAVA_HOME or PATH."
  return 1
}

# Loaded classes are kept in an archive, so that the first screen is there sooner. It belongs to one java and one build;
# without it all works as well.
make_archive() {
  rm -f "$archive" "$archive".[0-9]*
  # shellcheck disable=SC2086 # $options holds several.
  if "$@" "$java" $options ${temporary:+"$temporary"} -XX:ArchiveClassesAtExit="$archive.$$" -cp "$jar" dev.pgstow.FirstScreen "$jar" \
    >/dev/null 2>&1 </dev/null; then
    mv -f "$archive.$$" "$archive" 2>/dev/null || :
  fi
  rm -f "$archive.$$"
}

# The archive is neither there nor being made: one that was not finished is tried again another day.
lacks_archive() {
  IFS= read -r archived 2>/dev/null <"$archive.java" || archived=
  [ "$archived" = "$version $java $jar" ] || return 0
  [ ! -f "$archive" ] && [ -n "$(find "$archive.java" -mtime +0 2>/dev/null)" ]
}

use_archive() {
  archive=
  [ -n "$cache" ] && [ -w "$cache" ] || return 0
  archive=$cache/$build.jsa
  # Later is for a person, who will start it again; a container's only run would gain nothing.
  if { [ "$ahead" = now ] || [ -n "$tty" ]; } && lacks_archive; then
    printf '%s\n' "$version $java $jar" 2>/dev/null >"$archive.java" || return 0
    if [ "$ahead" = now ]; then
      make_archive
    else
      find "$cache" -name '*.jsa*' -mtime +60 -exec rm -f {} + 2>/dev/null || :
      (trap '' HUP INT && make_archive nice -n 10 &)
    fi
  fi
  [ -f "$archive" ] || archive=
}

# Runs the program in place of this shell.
launch() {
  # Java names files in the locale's charset: one that is not UTF-8 could not hold every name.
  locale=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
  case $locale in
    *UTF-8* | *utf-8* | *UTF8* | *utf8*) ;;
    *)
      LC_ALL=C.UTF-8
      export LC_ALL
      ;;
  esac

  # Which of the standard streams are terminals: the JVM can't tell them apart.
  tty=
  if [ -t 0 ]; then tty=${tty}0; fi
  if [ -t 1 ]; then tty=${tty}1; fi
  if [ -t 2 ]; then tty=${tty}2; fi

  # Java has a folder of its own for temporary files, whatever TMPDIR says.
  temporary=
  case ${TMPDIR:-} in
    /*) [ ! -d "$TMPDIR" ] || temporary=-Djava.io.tmpdir=$TMPDIR ;;
  esac

  # Options that an archive of classes depends on.
  options="-XX:+UseSerialGC -Xlog:disable"
  [ "$version" -lt 22 ] || options="$options --enable-native-access=ALL-UNNAMED"
  use_archive

  # The first compiler alone is ready sooner, and leaves the other processor to the server; only exports by SQL have so
  # much to do here that the second one is worth its time.
  case "${1:-wizard} $*" in
    *" --graphql-endpoint"*) options="$options -XX:TieredStopAtLevel=1" ;;
    "export "* | "data "*) ;;
    *) options="$options -XX:TieredStopAtLevel=1" ;;
  esac

  set -- -jar "$jar" "$@"
  [ -z "$archive" ] || set -- -XX:SharedArchiveFile="$archive" "$@"
  # shellcheck disable=SC2086 # $options and PGSTOW_JAVA_OPTS hold several.
  exec "$java" $options -Xshare:auto -Dpgstow.tty="$tty" \
    -Dorg.jline.terminal.graphemeCluster=false ${temporary:+"$temporary"} ${PGSTOW_JAVA_OPTS:-} "$@"
}
