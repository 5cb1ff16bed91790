package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.Pgpm;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases pass between pgpm itself and pgstow, in both directions. */
@Tag("thorough")
class PgpmInteropTest {
  private static final String LEDGER =
      "SELECT concat_ws(' ', c.change_id, c.package, c.change_name, c.script_hash,"
          + " (SELECT array_agg(d.requires ORDER BY 1) FROM pgpm_migrate.dependencies d"
          + " WHERE d.change_id = c.change_id)) FROM pgpm_migrate.changes c";
  private static final String EVENTS =
      "SELECT concat_ws(' ', event_type, package, change_name, error_code)"
          + " FROM pgpm_migrate.events ORDER BY event_id";

  @TempDir Path temp;

  private Path root;
  private String source;
  private String ours;
  private String theirs;
  private Cli cli;
  private Pgpm pgpm;

  @BeforeEach
  void export() {
    root = DemoWorkspace.create(temp.resolve("ws")).root();
    source = Sample.createDatabase();
    ours = TestServer.shared().createDatabase();
    theirs = TestServer.shared().createDatabase();
    use(ours);
    done("admin-users", "bootstrap");
    assertEquals(0, cli.export(source, "--database-id", "pets"), () -> cli.err());
  }

  @AfterEach
  void drop() {
    List.of(source, ours, theirs).forEach(TestServer.shared()::dropDatabase);
  }

  private void use(String database) {
    cli = new Cli(root).environment("PGDATABASE", database);
    pgpm = Pgpm.in(root, database);
  }

  private void done(String... arguments) {
    assertEquals(0, cli.run(arguments), () -> cli.out() + cli.err());
  }

  private static List<String> query(String database, String sql) {
    List<String> values = new ArrayList<>();
    try (var connection = TestServer.shared().connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertSame() {
    assertEquals(
        query(theirs, LEDGER + " ORDER BY c.deployed_at"),
        query(ours, LEDGER + " ORDER BY c.deployed_at"));
    assertEquals(query(theirs, EVENTS), query(ours, EVENTS));
  }

  @Test
  void bothRecordTheSame() {
    done("deploy", "pets-service");
    use(theirs);
    pgpm.done("deploy", "pets-service");
    pgpm.done("verify", "pets-service");
    assertSame();
  }
}
