package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program killed while it exports anew what has changed in the source. */
class KilledExportTest {
  private static final int NAMED = 200;

  @TempDir Path temp;

  private final String database = Sample.createDatabase();
  private final Random random = new Random(5);
  private Path packages;
  private Cli cli;
  private SortedMap<String, String> first;
  private SortedMap<String, String> second;

  @BeforeEach
  void bothVersions() throws IOException {
    Path workspace = Files.createDirectory(temp.resolve("ws"));
    Files.writeString(workspace.resolve("pgpm.json"), "{}");
    packages = workspace.resolve("packages");
    cli = new Cli(workspace);
    setVersion(1);
    export();
    Files.writeString(packages.resolve("pets/notes.txt"), "mine");
    Files.writeString(packages.resolve("pets/deploy/mine.sql"), "mine");
    Files.createDirectory(packages.resolve("pets-service/src"));
    Files.writeString(packages.resolve("pets-service/src/mine.txt"), "mine");
    setVersion(2);
    export();
    second = Trees.read(packages);
    setVersion(1);
    export();
    first = Trees.read(packages);
    assertFalse(first.equals(second));
  }

  @AfterEach
  void drop() {
    TestServer.shared().dropDatabase(database);
  }

  /** Makes all of both modules differ, and some files come and go. */
  private void setVersion(int version) {
    TestServer.shared()
        .execute(
            database,
            """
            UPDATE db_migrate.sql_actions
               SET content = regexp_replace(content, '(\\n-- v[0-9])?$', E'\\n-- v%1$d')
             WHERE database_id = (SELECT id FROM metaschema_public.database WHERE name = 'pets');
            DELETE FROM db_migrate.sql_actions WHERE name = 'extra';
            INSERT INTO db_migrate.sql_actions (database_id, name, deploy, content)
              SELECT d.id, 'extra', 'extra/v%1$d/n' || n, 'SELECT ' || n
                FROM metaschema_public.database d, generate_series(1, %2$d) n
               WHERE d.name = 'pets';
            UPDATE metaschema_public.field SET description = 'v%1$d';
            """
                .formatted(version, NAMED));
  }

  private void export() {
    assertEquals(0, cli.export(database, "--database-id", "pets"), () -> cli.err());
  }

  @Test
  @Timeout(180)
  void afterAKillThePairIsWhollyOldOrNew() throws Exception {
    kill(6);
  }

  @Test
  @Tag("thorough")
  void afterAHundredKillsThePairIsWhollyOldOrNew() throws Exception {
    kill(100);
  }

  private void kill(int times) throws Exception {
    int old = 0;
    int completed = 0;
    for (int i = 0; i < times; i++) {
      SortedMap<String, String> before = Trees.read(packages);
      setVersion(before.equals(first) ? 2 : 1);
      Process process = start();
      try {
        if (i % 2 == 0) {
          awaitSwap(process);
        } else {
          process.waitFor(300 + random.nextInt(2000), TimeUnit.MILLISECONDS);
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertEquals(0, cli.run("recover"), cli::err);
      completed += cli.out().contains("Recovered") ? 1 : 0;
      SortedMap<String, String> after = Trees.read(packages);
      assertTrue(after.equals(first) || after.equals(second), "a mixture after kill " + i);
      old += after.equals(before) ? 1 : 0;
      assertEquals(List.of(), litter());
    }
    assertTrue(old < times, "no kill came late enough");
    assertTrue(completed > 0, "no kill left anything to recover");
    setVersion(2);
    export();
    assertEquals(second, Trees.read(packages));
  }

  private Process start() {
    TestServer server = TestServer.shared();
    return new ProgramProcess(packages.getParent())
        .javaOption("-XX:TieredStopAtLevel=1")
        .environment("PGHOST", server.host)
        .environment("PGPORT", "" + server.port)
        .environment("PGUSER", server.user)
        .environment("PGPASSWORD", server.password)
        .start("export", "-d", database, "--database-id", "pets", "--author", "A <a@example.com>");
  }

  /** Waits until the swap is promised, then a moment as long as a swap may take. */
  private void awaitSwap(Process process) throws IOException {
    while (process.isAlive() && !isPromised()) {
      Thread.onSpinWait();
    }
    long until = System.nanoTime() + random.nextInt(4_000_000);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  private boolean isPromised() throws IOException {
    try (DirectoryStream<Path> stages = Files.newDirectoryStream(packages, ".pgstow-stage-*")) {
      for (Path stage : stages) {
        if (Files.exists(stage.resolve("journal.json"))) {
          return true;
        }
      }
      return false;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private List<String> litter() throws IOException {
    try (Stream<Path> walk = Files.walk(packages.getParent())) {
      return walk.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith(".") && !name.equals(".pgstow.json"))
          .toList();
    }
  }
}
