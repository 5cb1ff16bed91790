package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleStageTest {
  @TempDir Path temp;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final FaultyDisk disk =
      new FaultyDisk(
          (operation, path) -> {
            if (operation.equals("open") && broken.get()) {
              throw new AccessDeniedException(path.toString());
            }
          });
  private FileWriters writers;
  private Path directory;
  private ModuleStage module;

  @BeforeEach
  void module() throws IOException {
    writers = new FileWriters(1, DiskFileMaker::new);
    directory = temp.resolve("crm");
    module = stage();
  }

  private ModuleStage stage() throws IOException {
    return new ModuleStage(
        Exports.target(temp, "crm"),
        directory,
        StageFolder.create(disk.at(temp)),
        writers,
        closed::get);
  }

  @AfterEach
  void close() throws IOException {
    module.close();
    writers.close();
  }

  private void finish() throws IOException {
    module.finish(Exports.SPEC, List.of());
    module.drain();
  }

  private List<String> listed() throws IOException {
    List<String> paths = new ArrayList<>();
    module.files().forEach((path, sha256) -> paths.add(path));
    return paths;
  }

  @Test
  void onlyScriptsOfAnUnfinishedModuleAreTaken() throws IOException {
    for (String path : List.of("pgpm.plan", "deploy", "deployed/a.sql", "sql/a.sql")) {
      assertThrows(IllegalArgumentException.class, () -> module.write(path, ""));
      assertThrows(IllegalArgumentException.class, () -> module.open(path));
    }
    assertThrows(IllegalStateException.class, module::drain);
    module.write("verify/a.sql", "x");
    finish();
    assertThrows(IllegalArgumentException.class, () -> module.write("deploy/a.sql", ""));
    assertThrows(IllegalArgumentException.class, () -> module.open("deploy/a.sql"));
    assertThrows(IllegalStateException.class, () -> module.finish(Exports.SPEC, List.of()));
    assertEquals(List.of("verify/a.sql", "pgpm.plan", "crm.control"), listed());
  }

  @Test
  void aStreamedFileIsListedOnceItIsClosed() throws IOException {
    Path file = module.fresh().resolve("deploy/x/a.sql");
    try (Writer writer = module.open("deploy/x/a.sql")) {
      writer.write("xabx".toCharArray(), 1, 2);
      writer.write("xcdx", 1, 2);
      assertEquals("", Files.readString(file));
      writer.flush();
      assertEquals("abcd", Files.readString(file));
      assertEquals(List.of(), listed());
    }
    assertEquals(List.of("deploy/x/a.sql"), listed());
    module.files().forEach((path, sha256) -> assertEquals(Sha256.of(file), sha256));
  }

  @Test
  void errorsOfTheDiskNameTheModule() throws IOException {
    broken.set(true);
    String message =
        assertFails("permission-denied", () -> module.open("deploy/a.sql")).getMessage();
    assertTrue(message.startsWith("Could not write beside " + directory + ": "), message);
    assertFails("permission-denied", () -> module.finish(Exports.SPEC, List.of()));
    module.write("deploy/a.sql", "");
    broken.set(false);
  }

  @Test
  void onceClosedItSaysSoInsteadOfAnError() throws IOException {
    Writer writer = module.open("deploy/a.sql");
    FileTree.delete(module.fresh());
    closed.set(true);
    broken.set(true);
    assertFails("staging-closed", () -> module.write("deploy/b.sql", ""));
    assertFails("staging-closed", () -> module.open("deploy/b.sql"));
    assertFails("staging-closed", () -> module.finish(Exports.SPEC, List.of()));
    module.close();
    writer.write("x");
    assertFails("staging-closed", writer::close);
  }

  @Test
  void theUsersScaffoldAndControlFileAreKept() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("README.md"), "mine");
    finish();
    assertTrue(module.isNew());
    assertFalse(Files.exists(module.fresh().resolve("README.md")));
    assertTrue(Files.exists(module.fresh().resolve("Makefile")));

    Files.writeString(directory.resolve("crm.control"), "requires = 'x'\n");
    module.close();
    module = stage();
    finish();
    assertFalse(module.isNew());
    assertEquals(
        "requires = 'x,plpgsql'\n", Files.readString(module.fresh().resolve("crm.control")));
    assertFalse(Files.exists(module.fresh().resolve("Makefile")));
    assertEquals(directory, module.directory());
    assertEquals("crm", module.target().name());
  }

  @Test
  void aFolderWithAScriptFolderOrAFileOfAModuleIsNotNew() throws IOException {
    Files.createDirectories(directory.resolve("sql"));
    assertTrue(Layout.isNew(directory, "crm"));
    for (String item : List.of("deploy", "verify", "pgpm.plan", ".pgstow.json")) {
      Files.createDirectories(directory.resolve(item));
      assertFalse(Layout.isNew(directory, "crm"), item);
      Files.delete(directory.resolve(item));
    }
  }
}
