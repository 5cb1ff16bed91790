package dev.pgstow.prove;

import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.RenamedValues;
import dev.pgstow.metaschema.ValueRenamer;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import dev.pgstow.source.RowHandler;
import dev.pgstow.sql.Identifiers;
import dev.pgstow.sql.Literals;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A metadata table as the scratch database has it, read in the form in which the source's is. */
final class ScratchTable {
  /** Brings values into the form in which the source's are renamed. */
  private final RenamedValues form = new RenamedValues(ValueRenamer.none());

  private final Session session;
  private final MetadataTable table;
  private final Map<String, String> types = new HashMap<>();
  private boolean ordinary;

  private ScratchTable(Session session, MetadataTable table) {
    this.session = session;
    this.table = table;
  }

  /**
   * Looks at the catalog.
   *
   * @param session in a snapshot
   * @param table as the source has it
   */
  static ScratchTable of(Session session, MetadataTable table) throws IOException {
    ScratchTable found = new ScratchTable(session, table);
    session.copyOut(
        "COPY (SELECT a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod), c.relkind"
            + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            + " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid"
            + " WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped"
            + " AND n.nspname = "
            + Literals.quote(table.schema())
            + " AND c.relname = "
            + Literals.quote(table.name())
            + ") TO STDOUT",
        "looking at " + table.label(),
        row -> {
          found.types.put(String.valueOf(row[0]), String.valueOf(row[1]));
          found.ordinary = "r".equals(row[2]);
        });
    return found;
  }

  /** Streams the database's rows, in no particular order; none if there is no such table. */
  void read(UUID databaseId, RowHandler handler) throws IOException {
    if (types.isEmpty()) {
      return;
    }
    String columns =
        table.columns().stream()
            .map(MetadataColumn::name)
            .map(name -> types.containsKey(name) ? "t." + Identifiers.quoteAlways(name) : "NULL")
            .collect(Collectors.joining(", "));
    session.copyOut(
        "COPY (SELECT "
            + columns
            + " FROM "
            + (ordinary ? "ONLY " : "")
            + Identifiers.quoteAlways(table.schema())
            + "."
            + Identifiers.quoteAlways(table.name())
            + " AS t WHERE t."
            + table.ownership().condition(databaseId)
            + ") TO STDOUT",
        "reading " + table.label() + " of the scratch database",
        row -> handler.row(form.row(table, row)));
  }

  /**
   * A value as the server writes it once it has read it: with the quotes it needs, {@code jsonb}
   * with its keys in order. Text that is no such value is returned as it is.
   */
  String canonical(MetadataColumn column, String value) throws IOException {
    @Nullable String type = types.get(column.name());
    if (type == null) {
      return value;
    }
    session.execute("SAVEPOINT reading", "reading a value");
    StringBuilder read = new StringBuilder();
    try {
      session.copyOut(
          "COPY (SELECT " + Literals.quote(value) + "::" + type + ") TO STDOUT",
          row -> read.append(row[0]));
      return form.of(column, read.toString());
    } catch (SqlFailure e) {
      session.execute("ROLLBACK TO reading", "reading a value");
      return value;
    } finally {
      session.execute("RELEASE reading", "reading a value");
    }
  }
}
