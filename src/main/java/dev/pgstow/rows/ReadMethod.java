package dev.pgstow.rows;

import java.util.Locale;

/** How a table is read. Both give the same file. */
public enum ReadMethod {
  /** In one go. */
  SMALL,
  /** In bounded pieces, which several connections may share. */
  STREAMING;

  /** As shown, and as in {@code metadata.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
