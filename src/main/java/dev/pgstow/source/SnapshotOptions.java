package dev.pgstow.source;

import java.util.List;

/**
 * What a snapshot shows.
 *
 * @param extraSchemas metadata schemas beyond the documented ones ({@code --meta-schema})
 * @param keepTimestamps whether {@code created_at} and {@code updated_at} are columns
 */
public record SnapshotOptions(List<String> extraSchemas, boolean keepTimestamps) {
  /** Copies the list. */
  public SnapshotOptions {
    extraSchemas = List.copyOf(extraSchemas);
  }

  /** The documented schemas, without timestamps. */
  public static SnapshotOptions defaults() {
    return new SnapshotOptions(List.of(), false);
  }
}
