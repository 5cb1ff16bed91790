package dev.pgstow.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Runs scripts as psql would: several statements, {@code COPY … FROM stdin} with its data in line.
 * A plain file of pg_dump loads. psql's other commands are passed over.
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
          .append("; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;");
    }
    TestServer.shared().execute("postgres", sql.toString());
  }

  /** Runs a script on a connection; statements between two COPYs go as one query. */
  public static void run(Connection connection, String script) throws SQLException {
    StringBuilder sql = new StringBuilder();
    try (BufferedReader lines = new BufferedReader(new StringReader(script))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("COPY ") && line.endsWith(" FROM stdin;")) {
          execute(connection, sql);
          copy(connection, line, lines);
        } else if (!line.startsWith("\\")) {
          sql.append(line).append('\n');
        }
      }
      execute(connection, sql);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static void copy(Connection connection, String statement, BufferedReader lines)
      throws SQLException, IOException {
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine();
        line != null && !line.equals("\\.");
        line = lines.readLine()) {
      data.append(line).append('\n');
    }
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    copies.copyIn(statement, new StringReader(data.toString()));
  }
}
