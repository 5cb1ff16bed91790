package dev.pgstow.metaschema;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of one metadata table: deploy (INSERTs), revert and verify bodies, in the layout
 * pgpm writes. Rows flow through; nothing is held. Call {@link #begin()}, {@link #row} for each
 * row, {@link #end()}; the caller owns and closes the outputs.
 */
public final class TableScripts {

  /** Scripts for the rows of {@code databaseId} in a table. */
  public TableScripts(
      MetadataTable table,
      UUID databaseId,
      ValueRenamer renamer,
      Appendable deploy,
      Appendable verify) {}

  /** What comes before the first row. */
  public void begin() throws IOException {
    throw new UnsupportedOperationException();
  }

  /** One row, as {@code ExportSnapshot.readRows} gives it. */
  public void row(@Nullable String[] values) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** What comes after the last row. */
  public void end() throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The revert body: deletes the rows of that database from that table. */
  public String revert() {
    throw new UnsupportedOperationException();
  }
}
