package dev.pgstow.dump;

/** How a dump is laid out on disk. Every layout has a {@code manifest.json} beside its files. */
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

  /** As the command line and the manifest spell it. */
  String label();
}
