package dev.pgstow.cli.document;

import java.util.List;

/** What may stand behind an option, or as an operand. */
public sealed interface Value {
  /** Nothing: the option is a switch. */
  record None() implements Value {}

  /** Text that nobody can guess. */
  record Text() implements Value {}

  /** A file, or a folder only. */
  record File(boolean folder) implements Value {}

  /** One of some words. */
  record Choice(List<String> words) implements Value {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** A name that a server or a workspace knows. */
  record Name(NameKind kind) implements Value {}
}
