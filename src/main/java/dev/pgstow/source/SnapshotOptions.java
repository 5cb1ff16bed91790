package dev.pgstow.source;

import java.util.List;

/**
 * What a snapshot shows.
 *
 * @param extraSchemas metadata schemas beyond the documented ones ({@code --meta-schema})
 * @param keepTimestamps whether {@code created_at} and {@code updated_at} are columns
 * @param excludeTables tables ({@code schema.table}) that are left out ({@code --exclude-table}):
 *     they need not even be readable
 */
public record SnapshotOptions(
    List<String> extraSchemas, boolean keepTimestamps, List<String> excludeTables) {
  /** Copies the lists. */
  public SnapshotOptions {
    extraSchemas = List.copyOf(extraSchemas);
    excludeTables = List.copyOf(excludeTables);
  }

  /** Without excluded tables. */
  public SnapshotOptions(List<String> extraSchemas, boolean keepTimestamps) {
    this(extraSchemas, keepTimestamps, List.of());
  }

  /** The documented schemas, without timestamps. */
  public static SnapshotOptions defaults() {
    return new SnapshotOptions(List.of(), false);
  }
}
