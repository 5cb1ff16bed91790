package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes away each row of deployed tables in turn, and looks whether the verify scripts notice. */
final class EachRow {
  private final Connection connection;

  /** The verify scripts of a module, by change. */
  private final Map<String, String> scripts = new LinkedHashMap<>();

  private int rows;

  /**
   * For a module.
   *
   * @param connection in a transaction, to the database it is deployed in
   */
  EachRow(Connection connection, Workspace workspace, String name)
      throws IOException, SQLException {
    this.connection = connection;
    Module module = workspace.modules().find(name).orElseThrow();
    for (Change change : module.plan().changes()) {
      scripts.put(
          change.name(),
          Files.readString(module.directory().resolve("verify/" + change.name() + ".sql")));
    }
    execute("SET session_replication_role = replica");
  }

  /** How many rows it took away. */
  int rows() {
    return rows;
  }

  /** Each row of a table missing, then each of another database. */
  void expectNoticed(String table) throws SQLException {
    String owner = table.equals("metaschema_public.database") ? "id" : "database_id";
    for (String row : list("SELECT ctid FROM " + table)) {
      rows++;
      String where = " WHERE ctid = '" + row + "'";
      expectNoticed(table, "DELETE FROM " + table + where);
      expectNoticed(table, "UPDATE " + table + " SET " + owner + " = gen_random_uuid()" + where);
    }
  }

  private void expectNoticed(String table, String sql) throws SQLException {
    execute("SAVEPOINT before");
    execute(sql);
    assertFalse(passes(table), sql);
    execute("ROLLBACK TO before");
  }

  /** The change of the table first: what it does not notice a registration's must. */
  private boolean passes(String table) throws SQLException {
    String own = "migrate/" + table.substring(table.indexOf('.') + 1).replace("\"", "");
    if (scripts.containsKey(own) && !passesScript(scripts.getOrDefault(own, ""))) {
      return false;
    }
    for (String script : scripts.values()) {
      if (!passesScript(script)) {
        return false;
      }
    }
    return true;
  }

  private boolean passesScript(String script) throws SQLException {
    execute("SAVEPOINT script");
    try {
      execute(script);
      return true;
    } catch (SQLException e) {
      return false;
    } finally {
      execute("ROLLBACK TO script");
    }
  }

  private List<String> list(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
