package dev.pgstow.cli.document;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the names are that completion asks a running program for. */
public enum NameKind {
  /** The databases of a server. */
  DATABASE("DATABASE"),
  /** The rows of {@code metaschema_public.database}. */
  CONSTRUCTIVE_DATABASE("NAME|UUID"),
  /** The modules of a workspace. */
  MODULE("MODULE"),
  /** The changes of a module's plan, and its tags. */
  CHANGE("CHANGE");

  private final String label;

  NameKind(String label) {
    this.label = label;
  }

  /** The kind that a parameter's label tells of. */
  static Optional<NameKind> ofLabel(String label) {
    return Stream.of(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** The kind that {@link #word} tells of. */
  public static Optional<NameKind> ofWord(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** How the completion scripts call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
