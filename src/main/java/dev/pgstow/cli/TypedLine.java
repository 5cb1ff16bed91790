package dev.pgstow.cli;

import dev.pgstow.postgres.ConnectionFlags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line that is being typed, read for where it works: the flags of {@link
 * ConnectionOptions} and {@code --cwd}. Whoever presses the tabulator waits for it, and picocli
 * takes longer to get ready than a server to answer.
 */
record TypedLine(Map<String, String> flags, List<String> words) {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("--url", "url"),
          Map.entry("--db", "url"),
          Map.entry("-h", "host"),
          Map.entry("--host", "host"),
          Map.entry("-p", "port"),
          Map.entry("--port", "port"),
          Map.entry("-U", "user"),
          Map.entry("--user", "user"),
          Map.entry("-d", "database"),
          Map.entry("--database", "database"),
          Map.entry("--sslmode", "sslmode"),
          Map.entry("--cwd", "cwd"));

  TypedLine {
    flags = Map.copyOf(flags);
    words = List.copyOf(words);
  }

  /**
   * Reads what is there; other flags are words like any other, and a flag without value is none.
   */
  static TypedLine of(List<String> arguments) {
    Map<String, String> flags = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      String name = name(word);
      String flag = NAMES.get(name);
      if (flag == null) {
        words.add(word);
      } else if (name.length() < word.length()) {
        flags.put(flag, word.substring(name.length() + (name.startsWith("--") ? 1 : 0)));
      } else if (i + 1 < arguments.size()) {
        flags.put(flag, arguments.get(++i));
      }
    }
    return new TypedLine(flags, words);
  }

  /** The flag's name in {@code --host=h}, {@code -hh} or {@code --host}. */
  private static String name(String word) {
    if (word.startsWith("--")) {
      int equals = word.indexOf('=');
      return equals < 0 ? word : word.substring(0, equals);
    }
    return word.startsWith("-") && word.length() > 2 ? word.substring(0, 2) : word;
  }

  ConnectionFlags connection() {
    return new ConnectionFlags(
        flag("url"), flag("host"), flag("port"), flag("user"), flag("database"), flag("sslmode"));
  }

  Optional<String> directory() {
    return flag("cwd");
  }

  private Optional<String> flag(String name) {
    return Optional.ofNullable(flags.get(name));
  }
}
