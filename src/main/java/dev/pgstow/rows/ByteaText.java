package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import java.util.Locale;

/** How {@code bytea} is written. */
public enum ByteaText {
  /** {@code \x0aff}, which PostgreSQL reads back. */
  HEX,
  /** Base64 of RFC 4648, with padding; {@code decode(…, 'base64')} reads it back. */
  BASE64;

  /** As in flags and in {@code metadata.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one with that label.
   *
   * @throws Failure {@code bytea-unknown}
   */
  public static ByteaText of(String label) {
    for (ByteaText it : values()) {
      if (it.label().equals(label)) {
        return it;
      }
    }
    throw Failure.usage(
        "bytea-unknown", "There is no way \"" + label + "\" to write bytea.", "hex or base64.");
  }
}
