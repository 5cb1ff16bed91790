package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.RegistrationInserts;
import dev.pgstow.metaschema.RenamedValues;
import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.SqlAction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The metadata rows that a database has once the modules of an export are deployed, as far as the
 * source tells: chosen and renamed as the export does it. To be compared with rows that really are
 * there, so each table is read once.
 */
public final class ExportedRows {
  private final ExportSnapshot snapshot;
  private final List<MetadataTable> tables;
  private final RowSelection selection;
  private final RenamedValues renamed;
  private final RegistrationInserts before = new RegistrationInserts();
  private final RegistrationInserts after = new RegistrationInserts();

  private ExportedRows(
      ExportSnapshot snapshot,
      List<MetadataTable> tables,
      RowSelection selection,
      SchemaRenamer renamer) {
    this.snapshot = snapshot;
    this.tables = tables;
    this.selection = selection;
    this.renamed = new RenamedValues(renamer);
  }

  /** Takes a row. */
  @FunctionalInterface
  public interface Handler {
    /**
     * One row.
     *
     * @param made if an action makes it without saying under which key: the columns that the action
     *     states. The others differ from database to database
     */
    void row(@Nullable String[] values, Optional<Set<String>> made) throws IOException;
  }

  /**
   * The rows of a request.
   *
   * @param snapshot a moment of the source for that request; stays the caller's
   * @throws Failure as {@link ExportEngine#stage}, of the choice of schemas
   */
  public static ExportedRows of(ExportRequest request, ExportSnapshot snapshot) throws IOException {
    SchemaSelection schemas =
        SchemaSelection.of(request, snapshot.schemas(), snapshot.database().name());
    List<MetadataTable> tables = snapshot.tables();
    SchemaRenamer renamer = schemas.renamer(request);
    ExportedRows rows =
        new ExportedRows(snapshot, tables, RowSelection.of(schemas, snapshot, tables), renamer);
    if (snapshot.actions().orElse(0) > 0) {
      snapshot.readActions(
          action -> {
            if (isRegistration(request, schemas, action)) {
              String content = String.valueOf(action.content());
              rows.before.add(content);
              rows.after.add(renamer.sql(content));
            }
          });
    }
    return rows;
  }

  /** Whether the export would leave rows to the action, whichever module it goes into. */
  private static boolean isRegistration(
      ExportRequest request, SchemaSelection schemas, SqlAction action) {
    @Nullable String content = action.content();
    @Nullable String name = action.deploy();
    @Nullable String category = action.category();
    return content != null
        && name != null
        && ActionExport.REGISTRATION.equals(category)
        && !request.excludeCategories().contains(category)
        && !schemas.leavesOut(name);
  }

  /** The tables, in export order, those without rows included. */
  public List<MetadataTable> tables() {
    return tables;
  }

  /** Streams what the source says the rows of a table are. */
  public void read(MetadataTable table, Handler handler) throws IOException {
    snapshot.readRows(
        table,
        values -> {
          if (!selection.leavesOut(table, values)) {
            handler.row(renamed.row(table, values), before.keylessColumns(table, values));
          }
        });
  }

  /**
   * Whether a deployed row was made by an action that does not say under which key; if so the
   * columns that it states. Each row is to be asked for once.
   */
  public Optional<Set<String>> made(MetadataTable table, @Nullable String[] deployed) {
    try {
      return after.keylessColumns(table, deployed);
    } catch (Failure e) {
      // One row too many that looks like it: then it is the one that should not be there.
      return Optional.empty();
    }
  }
}
