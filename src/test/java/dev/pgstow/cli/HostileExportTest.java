package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.HarmlessText;
import dev.pgstow.testing.HostileDatabase;
import dev.pgstow.testing.PostGraphile;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import dev.pgstow.workspace.ControlFile;
import dev.pgstow.workspace.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of a Constructive server whose texts are attacks. */
class HostileExportTest {
  private static final String PETS = "be750000-0000-4000-8000-000000000002";
  private static final String TEXT = String.join("\n", HostileDatabase.NAMES);

  @TempDir Path temp;
  private Path workspace;
  private Cli cli;
  private final String source = Sample.createDatabase();

  @BeforeEach
  void poison() {
    SqlScript.createRoles();
    workspace = DemoWorkspace.create(temp.resolve("outer/ws")).root();
    cli = new Cli(workspace);
    String text = "'" + TEXT.replace("'", "''") + "'";
    TestServer.shared()
        .execute(
            source,
            """
            CREATE TABLE public.canary (alive text);
            SET session_replication_role = replica;
            UPDATE metaschema_public.database SET name = %1$s, label = %1$s WHERE id = '%2$s';
            UPDATE metaschema_public.field SET description = %1$s WHERE database_id = '%2$s';
            UPDATE metaschema_public."table" SET description = %1$s WHERE database_id = '%2$s';
            UPDATE db_migrate.sql_actions SET name = %1$s, category = nullif(category, '') || ''
             WHERE database_id = '%2$s';
            INSERT INTO db_migrate.sql_actions (database_id, deploy, name, content, revert, verify)
            VALUES ('%2$s', 'hostile', 'hostile', $a$SELECT %1$s AS text;$a$,
              $a$/* %1$s */ SELECT 1;$a$, $a$DO $body$ BEGIN PERFORM %1$s; END $body$;$a$);
            """
                .formatted(text.replace("*/", "").replace("/*", ""), PETS));
  }

  @AfterEach
  void nothingCameOfIt() throws IOException {
    assertTrue(HostileDatabase.canaryLives(source));
    TestServer.shared().dropDatabase(source);
    for (Path path : List.of(temp, temp.resolve("outer"), workspace, Path.of("."), Path.of("/"))) {
      assertFalse(Files.exists(path.resolve(HostileDatabase.MARK)), path.toString());
    }
    for (Path folder : List.of(temp, temp.resolve("outer"))) {
      try (var list = Files.list(folder)) {
        assertEquals(1, list.count());
      }
    }
  }

  private void exits(int code, String... arguments) {
    assertEquals(code, cli.run(arguments), () -> cli.out() + cli.err());
    HarmlessText.check(cli.out());
    HarmlessText.check(cli.err());
    assertFalse(cli.err().contains("\tat "), () -> cli.err());
  }

  private void export(String... more) {
    String[] given = {"-d", source, "--database-id", PETS, "--author", "A <a@b.c>"};
    String[] words = new String[1 + given.length + more.length];
    words[0] = "export";
    System.arraycopy(given, 0, words, 1, given.length);
    System.arraycopy(more, 0, words, 1 + given.length, more.length);
    exits(0, words);
  }

  @Test
  void theFilesOfAModuleHoldNothingThatBreaksOut() throws IOException {
    export("--extension-name", "pets", "--dry-run");
    export("--extension-name", "pets", "--verbose");
    export("--extension-name", "pets", "--json");
    for (String line : cli.out().split("\n", -1)) {
      if (!line.isEmpty()) {
        new JsonMapper().readTree(line);
      }
    }
    for (String name : List.of("pets", "pets-service")) {
      Path module = workspace.resolve("packages").resolve(name);
      new JsonMapper().readTree(module.resolve("package.json").toFile());
      new JsonMapper().readTree(module.resolve(".pgstow.json").toFile());
      Plan plan = Plan.read(module.resolve("pgpm.plan"));
      assertEquals(name, plan.project());
      assertTrue(plan.changes().size() > 10);
      ControlFile.read(module.resolve(name + ".control"));
      for (String file : List.of("pgpm.plan", "Makefile", name + ".control", "README.md")) {
        String text = Files.readString(module.resolve(file)).replace("\t", " ");
        HarmlessText.check(text);
        assertFalse(text.lines().anyMatch(it -> it.startsWith("DROP TABLE")), text);
      }
    }
  }

  @Test
  void databasesWithHostileNamesAreListedHarmlessly() {
    String name = "db\"; DROP TABLE canary;\n\\! x\u001b[2J";
    String quoted = '"' + name.replace("\"", "\"\"") + '"';
    TestServer.shared().execute("postgres", "CREATE DATABASE " + quoted + " TEMPLATE " + source);
    try {
      exits(2, "export", "--no-input");
      exits(2, "export", "--no-input", "--json");
      exits(2, "export", "--no-input", "-d", name);
      exits(1, "export", "--no-input", "-d", name + "x");
      exits(0, "export", "-d", name, "--database-id", PETS, "--extension-name", "p", "--no-input");
      exits(0, "dump", "-d", name, "--schemas", "public");
      exits(0, "data", "-d", name, "--schemas", "public");
    } finally {
      TestServer.shared().execute("postgres", "DROP DATABASE " + quoted + " WITH (FORCE)");
    }
  }

  @Test
  @Tag("thorough")
  void whatIsDeployedIsWhatTheSourceHas() {
    export("--extension-name", "pets");
    exits(0, "prove", "pets", "--scratch-here");
    assertTrue(cli.out().contains("Proved in "), () -> cli.out());
    exits(0, "test-packages", "pets", "-d", "postgres", "--full-cycle", "--json");
  }

  @Test
  @Tag("thorough")
  void throughGraphQlItIsTheSame() {
    export("--extension-name", "pets", "--outdir", "sql", "--include-secrets");
    SortedMap<String, String> bySql = modules("sql");
    List<String> schemas =
        List.of("metaschema_public", "metaschema_modules_public", "services_public", "db_migrate");
    PostGraphile.assumeNode();
    try (PostGraphile server = PostGraphile.start(PostGraphile.Kind.AMBER_5, source, schemas)) {
      String[] words = {
        "export",
        "--graphql-endpoint",
        server.url(),
        "--migrate-endpoint",
        server.url(),
        "--database-id",
        PETS,
        "--author",
        "A <a@b.c>",
        "--extension-name",
        "pets",
        "--outdir",
        "graphql",
        "--include-secrets"
      };
      exits(0, words);
    }
    SortedMap<String, String> byGraphQl = modules("graphql");
    for (String file :
        List.of(
            "pets-service/deploy/migrate/database.sql",
            "pets-service/deploy/migrate/field.sql",
            "pets/deploy/hostile.sql")) {
      assertEquals(bySql.get(file), byGraphQl.get(file), file);
    }
  }

  private SortedMap<String, String> modules(String folder) {
    return Trees.read(workspace.resolve(folder));
  }
}
