package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.TableOrder;
import dev.pgstow.postgres.CopyRow;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.Snapshot;
import dev.pgstow.postgres.SqlFailure;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** A moment of a Constructive server, read by SQL. */
final class SqlSnapshot implements ExportSnapshot {
  private static final String MISSING_SCHEMAS =
      "SELECT name FROM pg_catalog.unnest(?::pg_catalog.text[]) AS name WHERE name NOT IN"
          + " (SELECT nspname FROM pg_catalog.pg_namespace)";

  private final Snapshot snapshot;
  private final Session session;
  private final DatabaseEntry database;
  private final List<SchemaEntry> schemas;
  private final Optional<ActionQuery> actionQuery;
  private final Map<String, Discovery.Found> found = new LinkedHashMap<>();
  private final Map<String, List<String>> secrets = new HashMap<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private List<MetadataTable> tables = List.of();
  private volatile boolean cancelled;

  SqlSnapshot(Snapshot snapshot, UUID databaseId, SnapshotOptions options) {
    this.snapshot = snapshot;
    this.session = snapshot.session();
    DatabaseQueries databases = DatabaseQueries.of(session);
    List<DatabaseEntry> entries = databases.databases();
    this.database =
        entries.stream()
            .filter(entry -> entry.id().equals(databaseId))
            .findFirst()
            .orElseThrow(() -> DatabaseLookup.notFound(entries, databaseId.toString()));
    discover(options);
    requireReadable(databases);
    this.schemas = databases.schemas(databaseId);
    this.actionQuery =
        databases.hasActions() ? Optional.of(new ActionQuery(session)) : Optional.empty();
  }

  private void discover(SnapshotOptions options) {
    TreeSet<String> names = new TreeSet<>(TableOrder.schemas());
    names.addAll(options.extraSchemas());
    requireThere(options.extraSchemas());
    Discovery.find(CatalogTables.read(session, names), options)
        .forEach(table -> found.put(table.shape().label(), table));
  }

  private void requireThere(List<String> schemas) {
    List<String> missing =
        new Query(session, "looking for schemas")
            .list(MISSING_SCHEMAS, row -> row.getString(1), schemas);
    if (!missing.isEmpty()) {
      throw Failure.usage(
          "meta-schema-unknown",
          "--meta-schema: there is no schema " + String.join(", ", missing) + ".",
          "Write its name as the catalog does.");
    }
  }

  private void requireReadable(DatabaseQueries databases) {
    List<String> unreadable = new ArrayList<>(labels(shape -> !shape.readable()));
    if (databases.hasActions() && !databases.canReadActions()) {
      unreadable.add(DatabaseQueries.ACTIONS);
    }
    if (!unreadable.isEmpty()) {
      throw DatabaseQueries.unreadable(unreadable, session.user());
    }
    List<String> hidden = labels(TableShape::rowSecurity);
    if (!hidden.isEmpty()) {
      throw Failure.failed(
          "row-security",
          "Row-level security would hide rows from "
              + session.user()
              + " in: "
              + String.join(", ", hidden)
              + ".",
          "Connect as a role with BYPASSRLS, a superuser or the tables' owner.");
    }
  }

  private List<String> labels(Predicate<TableShape> filter) {
    return found.values().stream()
        .map(Discovery.Found::shape)
        .filter(filter)
        .map(TableShape::label)
        .toList();
  }

  @Override
  public DatabaseEntry database() {
    return database;
  }

  @Override
  public List<SchemaEntry> schemas() {
    return schemas;
  }

  @Override
  public OptionalLong actions() {
    return actionQuery.isPresent() ? database.actions() : OptionalLong.empty();
  }

  @Override
  public void readActions(ActionHandler handler) throws IOException {
    if (actionQuery.isPresent()) {
      copyOut(
          actionQuery.get().rows(database.id()),
          DatabaseQueries.ACTIONS,
          row -> handler.action(ActionQuery.action(row)));
    }
  }

  @Override
  public List<MetadataTable> tables() {
    if (tables.isEmpty() && !found.isEmpty()) {
      tables = TableOrder.sort(count());
    }
    return tables;
  }

  private List<MetadataTable> count() {
    List<Discovery.Found> all = List.copyOf(found.values());
    List<String> counts = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      counts.add(RowQuery.count(i, all.get(i), database.id()));
    }
    return new Query(session, "counting metadata rows")
        .list(
            String.join(" UNION ALL ", counts),
            row -> {
              Discovery.Found table = all.get(row.getInt(1));
              secrets.put(table.shape().label(), filled(RowQuery.secretColumns(table), row));
              return metadataTable(table, row.getLong(2));
            });
  }

  private static List<String> filled(List<String> columns, ResultSet row) throws SQLException {
    Object[] counts = (Object[]) row.getArray(3).getArray();
    List<String> filled = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if ((Long) counts[i] > 0) {
        filled.add(columns.get(i));
      }
    }
    return filled;
  }

  private static MetadataTable metadataTable(Discovery.Found table, long rows) {
    return new MetadataTable(
        table.shape().schema(),
        table.shape().name(),
        table.changeName(),
        table.columns(),
        table.key(),
        table.ownership(),
        rows,
        TableOrder.isDocumented(table.shape().name()));
  }

  @Override
  public List<String> secretColumns(MetadataTable table) {
    tables();
    return secrets.getOrDefault(table.label(), List.of());
  }

  @Override
  public void readRows(MetadataTable table, RowHandler handler) throws IOException {
    Discovery.Found shape = Objects.requireNonNull(found.get(table.label()), table::label);
    copyOut(RowQuery.rows(shape, database.id()), table.label(), handler::row);
  }

  /** A cancel is not lost, be it between two statements or two rows. */
  private void copyOut(String query, String what, CopyRow handler) throws IOException {
    requireGoing();
    try {
      session.copyOut(
          "COPY (" + query + ") TO STDOUT",
          "reading " + what,
          row -> {
            requireGoing();
            handler.row(row);
          });
    } catch (SqlFailure failure) {
      requireGoing();
      throw failure;
    }
  }

  /** From any thread: nothing more is read. */
  void cancel() {
    cancelled = true;
  }

  private void requireGoing() {
    if (cancelled) {
      throw Failure.interrupted("Interrupted while reading \"" + database.name() + "\".");
    }
  }

  @Override
  public RequirementScan requirementScan() {
    return SqlRequirementScan.open(
        session, schemas.stream().map(SchemaEntry::schemaName).toList(), warnings::add);
  }

  @Override
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void close() {
    snapshot.close();
  }
}
