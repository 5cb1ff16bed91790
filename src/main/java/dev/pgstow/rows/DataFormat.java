package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import java.util.Locale;

/** What a file of rows looks like. */
public enum DataFormat {
  /** One JSON array of objects, a row a line where no json value has lines of its own. */
  JSON,
  /** One object a line, whatever it holds. */
  NDJSON;

  /** As in flags, file names and {@code metadata.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one with that label.
   *
   * @throws Failure {@code format-unknown}
   */
  public static DataFormat of(String label) {
    for (DataFormat it : values()) {
      if (it.label().equals(label)) {
        return it;
      }
    }
    throw Failure.usage(
        "format-unknown", "There is no format \"" + label + "\".", "json or ndjson.");
  }
}
