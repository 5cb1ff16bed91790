package dev.pgstow.export;

import java.util.List;

/** What the control files require. */
public sealed interface Requires {

  /** What the exported objects need of the source's extensions and deployed modules. */
  record Auto() implements Requires {}

  /** The fixed list pgpm writes. */
  record Pgpm() implements Requires {}

  /** This list. */
  record Listed(List<String> names) implements Requires {
    /** Copies the list. */
    public Listed {
      names = List.copyOf(names);
    }
  }
}
