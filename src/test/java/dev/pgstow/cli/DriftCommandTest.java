package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftCommandTest {
  private static final String SCHEMA =
      """
      CREATE SCHEMA app;
      CREATE TYPE app.mood AS ENUM ('sad', 'ok');
      CREATE DOMAIN app.positive AS integer CHECK (VALUE > 0);
      CREATE SEQUENCE app.numbers;
      CREATE TABLE app.users (
        id integer PRIMARY KEY, name varchar(40) NOT NULL, mood app.mood DEFAULT 'ok',
        born date CHECK (extract(year FROM born) > 1900), kind text CHECK (kind IN ('a', 'b')));
      CREATE INDEX users_name ON app.users (name);
      CREATE TABLE app.posts (id integer PRIMARY KEY, author integer REFERENCES app.users);
      CREATE FUNCTION app.area(a integer, b text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
      CREATE VIEW app.named AS SELECT id, name FROM app.users WHERE name <> '';
      CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER touch BEFORE UPDATE ON app.users FOR EACH ROW EXECUTE FUNCTION app.touch();
      ALTER TABLE app.users ENABLE ROW LEVEL SECURITY;
      CREATE POLICY owner ON app.users USING (id > 0);
      COMMENT ON TABLE app.users IS 'people';
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
    assertEquals(0, cli.run("dump", "-d", database), () -> cli.err());
  }

  @AfterEach
  void drop() {
    server.dropDatabase(database);
  }

  private int drift(String... more) {
    return run("drift", more);
  }

  private int run(String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command, "-d", database, "--scratch-here"));
    words.addAll(Arrays.asList(more));
    return cli.run(words.toArray(String[]::new));
  }

  private void live(String sql) {
    server.execute(database, sql);
  }

  private Path source(String path) {
    return temp.resolve("schema").resolve(path);
  }

  private JsonNode json() throws IOException {
    List<String> lines = cli.out().lines().toList();
    return new JsonMapper().readTree(lines.get(lines.size() - 1));
  }

  @Test
  void aDumpIsCleanOnAnEmbeddedServerOfItsOwn() {
    assertEquals(
        0, cli.run("drift", "-d", database, "--strict", "--both"), () -> cli.out() + cli.err());
    assertEquals("drift: clean — every live object is declared in source.\n", cli.out());
  }

  @Test
  void whatIsMadeByHandIsFoundPulledAndThenDeclared() throws IOException {
    live("CREATE TABLE public.hotfix_overrides (id integer)");
    live("CREATE INDEX idx_users_born ON app.users (born)");
    live("CREATE POLICY late ON app.users FOR SELECT USING (true)");
    assertEquals(0, drift(), () -> cli.err());
    assertEquals(4, drift("--strict"));
    assertEquals(
        """
        drift: 3 undeclared live object(s):

        Tables (1):
          - public.hotfix_overrides

        Indexes (1):
          - app.idx_users_born

        Policies (1):
          - late on app.users

        Run `pgstow pull` to capture these into schema/_pulled/<ts>.sql for review.
        """,
        cli.out());
    Map<String, String> before = Trees.read(temp);
    assertEquals(0, run("pull", "--dry-run"), () -> cli.err());
    String shown = cli.out();
    assertTrue(shown.contains("CREATE TABLE public.hotfix_overrides"), shown);
    assertEquals(before, Trees.read(temp));
    assertEquals(0, run("pull"), () -> cli.err());
    assertTrue(
        cli.out()
            .matches("Wrote 3 object\\(s\\) to \\./schema/_pulled/\\d{8}_\\d{6}_pulled\\.sql\n"),
        cli.out());
    Map<String, String> after = Trees.read(temp);
    assertEquals(before.size() + 1, after.size());
    assertTrue(after.containsValue(shown));
    assertTrue(after.entrySet().containsAll(before.entrySet()));
    assertEquals(0, drift("--strict", "--both"), () -> cli.out() + cli.err());
    assertEquals("drift: clean — every live object is declared in source.\n", cli.out());
    assertEquals(0, run("pull"));
    assertEquals("Nothing to pull: every live object is declared in source.\n", cli.out());
  }

  @Test
  void whatIsMissingOrChangedCountsOnlyIfAskedFor() throws IOException {
    live("DROP VIEW app.named");
    live("ALTER TABLE app.users ALTER COLUMN name TYPE varchar(50)");
    assertEquals(0, drift("--strict"), () -> cli.err());
    String out = cli.out();
    assertTrue(out.startsWith("drift: 0 undeclared live object(s):\n"), out);
    assertTrue(
        out.contains("missing: 1 declared object(s) are not live:\n\nViews (1):\n  - app.named\n"),
        out);
    assertTrue(out.contains("Tables (1):\n  - app.users\n      @@"), out);
    assertTrue(out.contains("      -    name character varying(40)"), out);
    assertTrue(out.contains("      +    name character varying(50)"), out);
    assertFalse(out.contains("pgstow pull"), out);
    assertEquals(4, drift("--strict", "--both", "--json"));
    JsonNode json = json();
    assertFalse(json.path("clean").asBoolean());
    assertEquals(0, json.path("undeclared").size());
    assertEquals("view", json.path("missing").path(0).path("kind").asText());
    assertEquals("app", json.path("missing").path(0).path("schema").asText());
    assertEquals("users", json.path("changed").path(0).path("name").asText());
    assertTrue(json.path("changed").path(0).path("diff").size() > 2);
  }

  @Test
  void hashesOfTheManifestTellTheSameWithoutAScratchDatabase() throws IOException {
    assertEquals(
        0,
        cli.run("drift", "-d", database, "--strict", "--both", "--baseline-hash"),
        () -> cli.err());
    live("CREATE SEQUENCE app.extra");
    live("DROP TRIGGER touch ON app.users");
    live("ALTER TYPE app.mood ADD VALUE 'happy'");
    assertEquals(4, cli.run("drift", "-d", database, "--strict", "--baseline-hash", "--json"));
    JsonNode json = json();
    assertEquals("extra", json.path("undeclared").path(0).path("name").asText());
    assertEquals("touch", json.path("missing").path(0).path("name").asText());
    assertEquals("mood", json.path("changed").path(0).path("name").asText());
    assertEquals(1, json.path("undeclared").size() + json.path("missing").size() - 1);
    Files.delete(source("manifest.json"));
    assertEquals(1, cli.run("drift", "-d", database, "--baseline-hash"));
    assertTrue(cli.err().contains("has no manifest.json"), cli.err());
  }

  @Test
  void theSameWrittenDifferentlyIsNoDrift() throws IOException {
    Files.writeString(
        source("tables/app.users.sql"),
        """
        create table app.users (
          id int4 not null, "name" character varying(40) not null,
          mood app.mood default 'ok'::app.mood,
          born date check ((date_part('year', born)) is not null or true),
          kind text constraint users_kind_check check (((kind)::text = any (array['a', 'b']))));
        alter table app.users drop constraint users_born_check;
        alter table app.users add constraint users_born_check check (extract('year' from born) > 1900);
        alter table app.users owner to %1$s;
        alter table app.users enable row level security;
        comment on table app.users is E'\\x70eople';
        grant select on table app.users to public;
        """
            .formatted('"' + server.user + '"'));
    Files.writeString(
        source("views/app.named.sql"),
        "CREATE VIEW app.named AS (SELECT u.id, (u.name) FROM app.users AS u WHERE NOT (u.name = ''));");
    assertEquals(0, drift("--both"), () -> cli.err());
    String out = cli.out();
    // The view says something else: not equal, but unlike. All that is merely spelt differently is
    // equal.
    assertTrue(out.contains("changed: 1 live object(s)"), out);
    Files.writeString(
        source("views/app.named.sql"),
        "CREATE VIEW app.named AS (SELECT users.id, (users.name) FROM app.users WHERE ((users.name)::text != ''::text));"
            + ("\nALTER VIEW app.named OWNER TO \"" + server.user + "\";"));
    assertEquals(0, drift("--strict", "--both"), () -> cli.out() + cli.err());
  }

  @Test
  void filesMayStandInAnyOrderAndBeginWithoutADump() throws IOException {
    Path own = Files.createDirectories(temp.resolve("own/sub"));
    Files.writeString(temp.resolve("own/a_view.sql"), "CREATE VIEW z.v AS SELECT * FROM z.t;");
    Files.writeString(
        temp.resolve("own/b_table.sql"),
        "CREATE TABLE z.t (id integer);\nCREATE TABLE loose (id integer);");
    Files.writeString(own.resolve("schema.sql"), "CREATE SCHEMA z;");
    assertEquals(0, drift("--source", "own", "--json"), () -> cli.err());
    JsonNode json = json();
    assertEquals(4, json.path("missing").size(), cli.out());
  }

  @Test
  void aSyntaxErrorIsToldWithFileLineAndTheServersWordsAndNothingElseHappens() throws IOException {
    Files.writeString(
        source("views/app.named.sql"), "-- ü\nCREATE VIEW app.named AS\n  SELEC 1;\n");
    live("CREATE TABLE app.more ()");
    Map<String, String> before = Trees.read(temp);
    assertEquals(1, run("pull"));
    assertEquals("", cli.out());
    assertTrue(
        cli.err()
            .contains("app.named.sql, line 3: syntax error at or near \"SELEC\" (SQLSTATE 42601)"),
        cli.err());
    assertEquals(before, Trees.read(temp));
  }

  @Test
  void whatDoesNotLoadIsToldWithFileLineAndTheServersWords() throws IOException {
    Files.writeString(source("hand.sql"), "\nCREATE VIEW app.x AS\nSELECT * FROM app.nowhere;\n");
    Files.writeString(
        source("twice.sql"), "CREATE SCHEMA fresh;\n\nCREATE SCHEMA app;\nCREATE SCHEMA later;\n");
    assertEquals(1, drift());
    assertTrue(cli.err().contains("2 files of the source can't be loaded"), cli.err());
    assertTrue(
        cli.err().contains("hand.sql, line 3: relation \"app.nowhere\" does not exist"), cli.err());
    assertTrue(cli.err().contains("twice.sql, line 3: schema \"app\" already exists"), cli.err());
  }

  @Test
  void aSourceThatIsNotThereIsAFailure() {
    assertEquals(1, drift("--source", "nowhere"));
    assertTrue(cli.err().contains("There is no folder"), cli.err());
    assertEquals(2, drift("--source", "schema", "--module", "m"));
  }

  @Test
  void aFlatDumpIsASourceToo() {
    assertEquals(
        0, cli.run("dump", "-d", database, "--layout", "flat", "-o", "flat"), () -> cli.err());
    live("DROP POLICY owner ON app.users");
    assertEquals(4, drift("--source", "flat", "--strict", "--both"), () -> cli.err());
    assertTrue(cli.out().contains("Policies (1):\n  - owner on app.users\n"), cli.out());
  }
}
