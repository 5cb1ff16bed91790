package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptCommandTest {
  private static final String SCHEMA =
      """
      CREATE SCHEMA app;
      CREATE EXTENSION citext WITH SCHEMA app;
      CREATE TABLE app.users (id integer PRIMARY KEY, name app.citext);
      CREATE TABLE app."Users" (id integer REFERENCES app.users);
      CREATE INDEX by_name ON app.users (name);
      CREATE FUNCTION app.f(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
      CREATE FUNCTION app.f(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
      CREATE VIEW app.v AS SELECT app.f(id) AS id FROM app.users;
      ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;
      CREATE POLICY "mine and ours" ON app.users USING (id > 0);
      GRANT SELECT ON app.users TO PUBLIC;
      """;

  @TempDir Path temp;

  private final TestServer server = TestServer.shared();
  private Cli cli;
  private String database;

  @BeforeEach
  void dump() {
    database = server.createDatabase();
    server.execute(database, SCHEMA);
    cli = new Cli(temp);
    assertEquals(0, cli.run("init"), () -> cli.err());
    assertEquals(
        0,
        cli.run(
            "dump",
            "-d",
            database,
            "--layout",
            "package",
            "--module",
            "shop",
            "--author",
            "A <a@b.c>"),
        () -> cli.err());
  }

  @AfterEach
  void drop() {
    server.dropDatabase(database);
  }

  private Path module() {
    return temp.resolve("packages/shop");
  }

  private long deployed() throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT CASE WHEN to_regclass('pgpm_migrate.changes') IS NULL THEN 0 ELSE"
                    + " (xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM"
                    + " pgpm_migrate.changes', false, true, '')))[1]::text::int END")) {
      row.next();
      return row.getLong(1);
    }
  }

  private int adopt(String... more) {
    String[] words = new String[more.length + 6];
    System.arraycopy(
        new String[] {"adopt", "-d", database, "--module", "shop", "--scratch-here"},
        0,
        words,
        0,
        6);
    System.arraycopy(more, 0, words, 6, more.length);
    return cli.run(words);
  }

  @Test
  void aDumpedModuleDeploysRevertsDeploysAgainAndIsWhatItCameFrom() throws IOException {
    String plan = Files.readString(module().resolve("pgpm.plan"));
    for (String change :
        new String[] {
          "schemas/app/schema 2017",
          "extensions/citext/extension [schemas/app/schema] 2017",
          "schemas/app/tables/users/table [",
          "schemas/app/tables/+users/table [",
          "schemas/app/tables/users/indexes/by_name [",
          "schemas/app/procedures/f/integer/procedure [",
          "schemas/app/procedures/f/text/procedure [",
          "schemas/app/tables/users/policies/mine%20and%20ours ["
        }) {
      assertTrue(plan.contains("\n" + change), plan);
    }
    String extension = Files.readString(module().resolve("deploy/extensions/citext/extension.sql"));
    assertTrue(extension.contains("citext WITH SCHEMA app VERSION '"), extension);
    assertEquals(0, cli.run("test-packages", "shop", "--full-cycle"), () -> cli.out() + cli.err());
    String copy = server.createDatabase();
    try {
      assertEquals(0, cli.run("deploy", "shop", "-d", copy), () -> cli.out() + cli.err());
      assertEquals(
          0,
          cli.run("drift", "-d", copy, "--module", "shop", "--strict", "--both", "--scratch-here"),
          () -> cli.out() + cli.err());
      assertEquals("drift: clean — every live object is declared in source.\n", cli.out());
      server.execute(copy, "CREATE TABLE app.extra ()");
      assertEquals(
          0, cli.run("pull", "-d", copy, "--module", "shop", "--scratch-here"), () -> cli.err());
      assertTrue(cli.out().contains("packages/shop/_pulled/"), () -> cli.out());
      assertEquals(
          0,
          cli.run("drift", "-d", copy, "--module", "shop", "--strict", "--both", "--scratch-here"),
          () -> cli.out() + cli.err());
    } finally {
      server.dropDatabase(copy);
    }
  }

  @Test
  void aLiveDatabaseIsAdoptedAndNothingIsRun() throws Exception {
    long changes =
        Files.readString(module().resolve("pgpm.plan"))
            .lines()
            .filter(it -> it.contains(" 2017-"))
            .count();
    assertEquals(0, adopt(), () -> cli.out() + cli.err());
    assertTrue(cli.out().contains("Recorded " + changes + " changes of shop"), () -> cli.out());
    assertEquals(changes, deployed());
    assertEquals(0, cli.run("verify", "shop", "-d", database), () -> cli.err());
    assertEquals(0, cli.run("deploy", "shop", "-d", database), () -> cli.err());
    assertEquals(changes, deployed());
    assertEquals(0, adopt(), () -> cli.err());
  }

  @Test
  void aPartIsAdoptedUpToAChange() throws Exception {
    server.execute(database, "DROP VIEW app.v; DROP INDEX app.by_name");
    assertEquals(0, adopt("--to", "schemas/app/tables/users/table"), () -> cli.out() + cli.err());
    assertTrue(deployed() > 1 && deployed() < 10);
  }

  @Test
  void whatIsMissingOrDiffersIsNamedAndNothingRecorded() throws Exception {
    server.execute(database, "DROP INDEX app.by_name");
    server.execute(database, "ALTER TABLE app.\"Users\" ADD COLUMN more integer");
    assertEquals(3, adopt());
    assertTrue(cli.err().contains("missing: index app.by_name"), () -> cli.err());
    assertTrue(cli.err().contains("differs: table app.\"Users\""), () -> cli.err());
    assertTrue(
        cli.err().contains("fails its verification: shop:schemas/app/tables/users/indexes/by_name"),
        () -> cli.err());
    assertEquals(0, deployed());
  }

  @Test
  void aModuleThatIsThereIsReplacedOnlyByForce() throws Exception {
    String[] again = {
      "dump", "-d", database, "--layout", "package", "--module", "shop", "--author", "A <a@b.c>"
    };
    assertEquals(1, cli.run(again));
    assertTrue(cli.err().contains("is not empty"), () -> cli.err());
    server.execute(database, "DROP VIEW app.v");
    Path script = module().resolve("verify/schemas/app/schema.sql");
    Files.writeString(script, "-- mine\n");
    String[] forced = java.util.Arrays.copyOf(again, again.length + 1);
    forced[again.length] = "--force";
    assertEquals(5, cli.run(forced), () -> cli.out());
    forced = java.util.Arrays.copyOf(forced, forced.length + 1);
    forced[forced.length - 1] = "--yes";
    assertEquals(0, cli.run(forced), () -> cli.err());
    assertTrue(cli.out().contains(" removed"), () -> cli.out());
    assertTrue(Files.notExists(module().resolve("deploy/schemas/app/views/v/view.sql")));
    assertEquals(2, cli.run("dump", "-d", database, "--layout", "package"));
  }
}
