package dev.pgstow.prove;

import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the rows of a table the keys by which the two sides find each other. */
final class RowKeys {
  private final MetadataTable table;
  private final ScratchTable scratch;
  private final List<String> names;

  RowKeys(MetadataTable table, ScratchTable scratch) {
    this.table = table;
    this.scratch = scratch;
    this.names = table.columns().stream().map(MetadataColumn::name).toList();
  }

  /**
   * A row of the source.
   *
   * @param made if an action makes it without a key: the columns that count
   */
  SortedRow source(@Nullable String[] values, Optional<Set<String>> made) throws IOException {
    Set<String> key = key(made);
    @Nullable String[] canonical = values.clone();
    for (int i = 0; i < values.length; i++) {
      @Nullable String value = values[i];
      MetadataColumn column = table.columns().get(i);
      if (value != null && key.contains(column.name()) && TableComparison.isRewritten(column)) {
        canonical[i] = scratch.canonical(column, value);
      }
    }
    return row(canonical, key, made);
  }

  /** A row of the scratch database. */
  SortedRow deployed(@Nullable String[] values, Optional<Set<String>> made) {
    return row(values, key(made), made);
  }

  private Set<String> key(Optional<Set<String>> made) {
    return made.orElseGet(() -> new HashSet<>(table.key().isEmpty() ? names : table.key()));
  }

  private SortedRow row(@Nullable String[] values, Set<String> key, Optional<Set<String>> made) {
    StringBuilder text = new StringBuilder(made.isPresent() ? "made" : "");
    @Nullable String[] counting = values.clone();
    for (int i = 0; i < values.length; i++) {
      if (key.contains(names.get(i))) {
        // No value holds a NUL.
        text.append('\0').append(made.isPresent() ? i : "").append(values[i] == null ? "-" : "=");
        text.append(values[i] == null ? "" : values[i]);
      } else if (made.isPresent()) {
        counting[i] = null;
      }
    }
    boolean whole = made.isPresent() || table.key().isEmpty();
    return new SortedRow(text.toString(), whole, counting);
  }
}
