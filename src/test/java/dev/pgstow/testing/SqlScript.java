package dev.pgstow.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Runs scripts as psql would: several statements, {@code COPY … FROM stdin} with its data in line.
 * A plain file of pg_dump loads; its {@code \restrict} lines are passed over.
 */
public final class SqlScript {
  /** Roles that Constructive's dumps expect. */
  private static final List<String> ROLES =
      List.of("anonymous", "authenticated", "administrator", "app_user", "app_admin");

  private SqlScript() {}

  /** Loads a file into a database of the shared server, as superuser. */
  public static void load(String database, Path file) {
    try {
      load(database, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads a script into a database of the shared server, as superuser. */
  public static void load(String database, String script) {
    try (Connection connection = TestServer.shared().connect(database)) {
      run(connection, script);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the roles that Constructive's dumps expect, where they are missing. */
  public static void createRoles() {
    StringBuilder sql = new StringBuilder();
    for (String role : ROLES) {
      sql.append("DO $$ BEGIN CREATE ROLE ")
          .append(role)
          .append(role.equals("administrator") ? " BYPASSRLS" : "")
          .append("; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;");
    }
    TestServer.shared().execute("postgres", sql.toString());
  }

  /** Runs a script on a connection; statements between two COPYs go as one query. */
  public static void run(Connection connection, String script) throws SQLException {
    StringBuilder sql = new StringBuilder();
    Iterator<String> lines = List.of(script.split("\n", -1)).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("COPY ") && line.endsWith(" FROM stdin;")) {
        execute(connection, sql);
        copy(connection, line, lines);
      } else if (!line.startsWith("\\restrict ") && !line.startsWith("\\unrestrict ")) {
        sql.append(line).append('\n');
      }
    }
    execute(connection, sql);
  }

  private static void execute(Connection connection, StringBuilder sql) throws SQLException {
    if (!sql.toString().isBlank()) {
      try (Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(sql.toString());
      }
    }
    sql.setLength(0);
  }

  private static void copy(Connection connection, String statement, Iterator<String> lines)
      throws SQLException {
    StringBuilder data = new StringBuilder();
    for (String line = lines.next(); !line.equals("\\."); line = lines.next()) {
      data.append(line).append('\n');
    }
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try {
      copies.copyIn(statement, new StringReader(data.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
