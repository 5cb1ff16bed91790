package dev.pgstow.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The actions as a deployer would run them, in a database that has the modules and no more. */
class SampleActionsTest {
  private static final String OBJECTS =
      "SELECT n.nspname, c.relkind, c.relname, c.relacl FROM pg_class c"
          + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname ~ '^(bookshop|pets)-'"
          + " OR n.nspname = 'loyalty' ORDER BY 1, 2, 3";
  private final SampleResources resources = new SampleResources();

  private record Action(String name, String deploy, String revert, String verify) {}

  @Test
  void deployVerifyRevertAndDeployAgain() throws SQLException {
    try (SampleDatabases sample = SampleDatabases.withSample();
        SampleDatabases target = new SampleDatabases();
        Connection connection = target.connect()) {
      target.execute(resources.script("server/ledger.sql"));
      new ModuleLoader(connection).load(resources.modules());
      List<Action> actions = actions(sample, "category IS DISTINCT FROM 'meta_registration'");
      List<Action> registrations = actions(sample, "category = 'meta_registration'");
      assertEquals(142, actions.size());
      assertEquals(1, registrations.size());

      deploy(connection, actions, registrations);
      List<String> deployed = SampleDatabases.query(connection, OBJECTS);
      assertEquals(sample.query(OBJECTS), deployed);

      revert(connection, registrations);
      run(connection, "DELETE FROM metaschema_public.database");
      revert(connection, actions);
      assertEquals(List.of(), SampleDatabases.query(connection, OBJECTS));
      for (Action action : actions) {
        if (!action.verify().isEmpty()) {
          assertThrows(SQLException.class, () -> run(connection, action.verify()), action.name());
        }
      }

      deploy(connection, actions, registrations);
      assertEquals(deployed, SampleDatabases.query(connection, OBJECTS));
    }
  }

  private void deploy(Connection connection, List<Action> actions, List<Action> registrations)
      throws SQLException {
    for (Action action : actions) {
      run(connection, action.deploy());
    }
    run(connection, resources.script("server/schemas.sql"));
    run(connection, resources.script("server/catalog.sql") + "DISCARD TEMPORARY");
    for (Action action : registrations) {
      run(connection, action.deploy());
    }
    for (Action action : actions) {
      run(connection, action.verify());
    }
    for (Action action : registrations) {
      run(connection, action.verify());
    }
  }

  private static void revert(Connection connection, List<Action> actions) throws SQLException {
    List<Action> reversed = new ArrayList<>(actions);
    Collections.reverse(reversed);
    for (Action action : reversed) {
      run(connection, action.revert());
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Action> actions(SampleDatabases sample, String which) throws SQLException {
    List<Action> actions = new ArrayList<>();
    try (Connection connection = sample.connect();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT deploy, content, revert, coalesce(verify, '')"
                    + " FROM db_migrate.sql_actions WHERE "
                    + which
                    + " ORDER BY id")) {
      while (rows.next()) {
        actions.add(
            new Action(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    return actions;
  }
}
