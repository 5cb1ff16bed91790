package dev.pgstow.dump;

/** How a dump is laid out on disk. */
public sealed interface Layout {

  /** One object a file, in a folder for each kind, and {@code load.sql} that includes them. */
  record PerKind() implements Layout {
    @Override
    public String label() {
      return "per-kind";
    }
  }

  /** One {@code schema.sql}. */
  record Flat() implements Layout {
    @Override
    public String label() {
      return "flat";
    }
  }

  /** A pgpm module with one change an object, which has a plan and no {@code manifest.json}. */
  record Package() implements Layout {
    @Override
    public String label() {
      return "package";
    }
  }

  /** As the command line and the manifest spell it. */
  String label();
}
