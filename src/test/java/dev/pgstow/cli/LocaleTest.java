package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names beyond ASCII become files, or a message that says what to do. */
class LocaleTest {
  @TempDir Path folder;

  private final TestServer server = TestServer.shared();
  private String database = "";
  private Path workspace = Path.of("");

  @BeforeEach
  void nameAChange() throws IOException {
    database = Sample.createDatabase();
    server.execute(
        database,
        "UPDATE db_migrate.sql_actions SET deploy = 'notes/名前' WHERE id = (SELECT max(a.id) FROM"
            + " db_migrate.sql_actions a JOIN metaschema_public.database d ON d.id = a.database_id"
            + " WHERE d.name = 'pets' AND NOT EXISTS (SELECT FROM db_migrate.sql_actions o WHERE"
            + " a.deploy = ANY (o.deps)))");
    workspace = Files.createDirectory(folder.resolve("workspace"));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
  }

  @AfterEach
  void drop() {
    server.dropDatabase(database);
  }

  private ProgramProcess.Outcome export(String locale) {
    return new ProgramProcess(workspace)
        .environment("LC_ALL", locale)
        .environment("PGPASSWORD", server.password)
        .run(
            "export",
            "-h",
            server.host,
            "-p",
            "" + server.port,
            "-U",
            server.user,
            "-d",
            database,
            "--database-id",
            "pets",
            "--author",
            "A",
            "--no-input");
  }

  @Test
  void utf8NamesAreWritten() {
    ProgramProcess.Outcome outcome = export("C.UTF-8");
    assertEquals(0, outcome.exit(), outcome.err());
    assertTrue(Files.exists(workspace.resolve("packages/pets/deploy/notes/名前.sql")));
  }

  @Test
  void aLocaleThatCannotHoldThemSaysSo() {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no such locale");
    ProgramProcess.Outcome outcome = export("C");
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(outcome.err().contains("LC_ALL=C.UTF-8"), outcome.err());
    assertFalse(Files.exists(workspace.resolve("packages/pets")));
  }
}
