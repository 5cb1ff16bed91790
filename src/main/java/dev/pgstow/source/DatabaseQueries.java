package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads what databases and schemas a Constructive server has. Ids are compared as text: some
 * servers keep them as text in places.
 */
final class DatabaseQueries {
  private static final String DATABASE = "metaschema_public.database";
  private static final String SCHEMA = "metaschema_public.schema";
  private static final String TABLE = "metaschema_public.table";
  static final String ACTIONS = "db_migrate.sql_actions";

  private static final String PRIVILEGES =
      """
      SELECT n.nspname || '.' || c.relname,
             pg_catalog.has_schema_privilege(n.oid, 'USAGE')
               AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('metaschema_public', 'db_migrate')
         AND c.relname IN ('database', 'schema', 'table', 'sql_actions')
         AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
      """;

  private final Session session;
  private final Map<String, Boolean> readable = new TreeMap<>();

  private DatabaseQueries(Session session) {
    this.session = session;
    new Query(session, "looking for a Constructive server")
        .list(PRIVILEGES, row -> readable.put(row.getString(1), row.getBoolean(2)));
  }

  /**
   * Queries of a session, which must be in a snapshot.
   *
   * @throws Failure {@code not-constructive}; {@code tables-unreadable}
   */
  static DatabaseQueries of(Session session) {
    DatabaseQueries queries = new DatabaseQueries(session);
    for (String table : List.of(DATABASE, SCHEMA)) {
      if (!queries.readable.containsKey(table)) {
        throw Failure.failed(
            "not-constructive",
            session.location() + " has no table " + table + ": it is no Constructive server.",
            "Choose another with --database. pgstow dump and pgstow data take any database.");
      }
    }
    List<String> unreadable = new ArrayList<>();
    for (String table : List.of(DATABASE, SCHEMA)) {
      if (!queries.canRead(table)) {
        unreadable.add(table);
      }
    }
    if (!unreadable.isEmpty()) {
      throw unreadable(unreadable, session.user());
    }
    return queries;
  }

  static Failure unreadable(List<String> tables, String role) {
    return Failure.failed(
        "tables-unreadable",
        "The role " + role + " may not read: " + String.join(", ", tables) + ".",
        "Grant it SELECT on them and USAGE on their schemas, or connect as their owner.");
  }

  boolean hasActions() {
    return readable.containsKey(ACTIONS);
  }

  boolean canReadActions() {
    return canRead(ACTIONS);
  }

  private boolean canRead(String table) {
    return readable.getOrDefault(table, false);
  }

  /** All databases, by name. */
  List<DatabaseEntry> databases() {
    String actions =
        canReadActions()
            ? "(SELECT database_id::pg_catalog.text, pg_catalog.count(*) AS n"
                + " FROM db_migrate.sql_actions GROUP BY 1)"
            : "(SELECT NULL::pg_catalog.text AS database_id, NULL::pg_catalog.int8 AS n)";
    return new Query(session, "listing databases")
        .list(
            "SELECT d.id, COALESCE(d.name, ''), COALESCE(s.n, 0), COALESCE(a.n, 0)"
                + " FROM metaschema_public.database AS d"
                + " LEFT JOIN (SELECT database_id::pg_catalog.text, pg_catalog.count(*) AS n"
                + " FROM metaschema_public.schema GROUP BY 1) AS s"
                + " ON s.database_id = d.id::pg_catalog.text"
                + " LEFT JOIN "
                + actions
                + " AS a ON a.database_id = d.id::pg_catalog.text"
                + " ORDER BY d.name COLLATE pg_catalog.\"C\", d.id",
            row ->
                new DatabaseEntry(
                    id(row.getString(1), DATABASE),
                    row.getString(2),
                    row.getLong(3),
                    canReadActions() ? OptionalLong.of(row.getLong(4)) : OptionalLong.empty()));
  }

  /** The schemas of a database, by name. */
  List<SchemaEntry> schemas(UUID databaseId) {
    String tables =
        canRead(TABLE)
            ? "(SELECT schema_id::pg_catalog.text, pg_catalog.count(*) AS n"
                + " FROM metaschema_public.\"table\""
                + " GROUP BY 1)"
            : "(SELECT NULL::pg_catalog.text AS schema_id, 0 AS n)";
    return new Query(session, "listing schemas")
        .list(
            "SELECT s.id, COALESCE(s.name, ''), COALESCE(s.schema_name, ''), COALESCE(t.n, 0)"
                + " FROM metaschema_public.schema AS s LEFT JOIN "
                + tables
                + " AS t ON t.schema_id = s.id::pg_catalog.text"
                + " WHERE s.database_id::pg_catalog.text = ?"
                + " ORDER BY s.name COLLATE pg_catalog.\"C\", s.id",
            row ->
                new SchemaEntry(
                    id(row.getString(1), SCHEMA),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4)),
            databaseId.toString());
  }

  private static UUID id(String id, String table) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Failure.failed(
          "id-not-uuid",
          "The id \"" + id + "\" in " + table + " is no uuid.",
          "This server keeps its metadata in a form that pgstow does not know.",
          e);
    }
  }
}
