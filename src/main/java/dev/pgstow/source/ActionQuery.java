package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.ArrayText;
import dev.pgstow.postgres.Session;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code db_migrate.sql_actions}, whose columns differ between servers. */
final class ActionQuery {
  private static final List<String> COLUMNS =
      List.of("id", "name", "deploy", "deps", "content", "revert", "verify", "category");
  private static final List<String> REQUIRED = List.of("id", "database_id", "deploy", "content");

  private final Map<String, String> types = new HashMap<>();

  /**
   * Looks at the table's columns.
   *
   * @throws Failure {@code sql-actions-unknown} if one without which there is no export is missing
   */
  ActionQuery(Session session) {
    new Query(session, "looking at db_migrate.sql_actions")
        .list(
            """
            SELECT a.attname, pg_catalog.format_type(a.atttypid, NULL)
              FROM pg_catalog.pg_attribute a
              JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = 'db_migrate' AND c.relname = 'sql_actions'
               AND a.attnum > 0 AND NOT a.attisdropped
            """,
            row -> types.put(row.getString(1), row.getString(2)));
    List<String> missing = REQUIRED.stream().filter(name -> !types.containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw Failure.failed(
          "sql-actions-unknown",
          "db_migrate.sql_actions has no column " + String.join(", ", missing) + ".",
          "This server keeps its actions in a form that pgstow does not know.");
    }
  }

  /** The actions of a database in the order of their ids, for COPY. */
  String rows(UUID databaseId) {
    return "SELECT "
        + COLUMNS.stream().map(this::expression).collect(Collectors.joining(", "))
        + from(databaseId)
        + " ORDER BY a.id"
        + (isText("id") ? " COLLATE pg_catalog.\"C\"" : "")
        + ", a.deploy COLLATE pg_catalog.\"C\"";
  }

  /** How many they are. */
  String count(UUID databaseId) {
    return "SELECT pg_catalog.count(*)" + from(databaseId);
  }

  /** A row of {@link #rows}. */
  static SqlAction action(@Nullable String[] row) {
    @Nullable String deps = row[3];
    return new SqlAction(
        String.valueOf(row[0]),
        row[1],
        row[2],
        deps == null ? List.of() : Collections.unmodifiableList(ArrayText.elements(deps)),
        row[4],
        row[5],
        row[6],
        row[7]);
  }

  private static String from(UUID databaseId) {
    return " FROM db_migrate.sql_actions AS a WHERE a.database_id = '" + databaseId + "'";
  }

  private String expression(String column) {
    @Nullable String type = types.get(column);
    if (type == null) {
      return "NULL";
    }
    if (column.equals("deps") && (type.equals("jsonb") || type.equals("json"))) {
      return "CASE WHEN pg_catalog.jsonb_typeof(a.deps::pg_catalog.jsonb) = 'array' THEN ARRAY("
          + "SELECT pg_catalog.jsonb_array_elements_text(a.deps::pg_catalog.jsonb)) END";
    }
    return "a." + column;
  }

  private boolean isText(String column) {
    return Stream.of("text", "character varying", "character", "citext")
        .anyMatch(String.valueOf(types.get(column))::endsWith);
  }
}
