package dev.pgstow.workspace;

import static dev.pgstow.workspace.Exports.export;
import static dev.pgstow.workspace.Exports.target;
import static dev.pgstow.workspace.Exports.tree;
import static dev.pgstow.workspace.Exports.write;
import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  @TempDir Path temp;
  private Path outdir;
  private ModuleTarget crm;

  @BeforeEach
  void root() throws IOException {
    outdir = temp.toRealPath().resolve("packages");
    crm = target(outdir, "crm");
  }

  /** Without the flush of whole file systems. */
  private static Staging open(List<ModuleTarget> targets) {
    return Staging.open(targets, Exports.quick(SwapHook.NONE));
  }

  @Test
  void aNewModuleHasAllItsFiles() throws IOException {
    try (Staging staging = Staging.open(List.of(crm))) {
      write(staging.module(crm), "1", List.of("a/b", "c"));
      assertFalse(Files.exists(crm.directory()));
      staging.commit();
    }
    assertEquals(
        new TreeSet<>(
            List.of(
                "",
                "deploy",
                "deploy/a",
                "deploy/a/b.sql",
                "deploy/c.sql",
                "revert",
                "revert/a",
                "revert/a/b.sql",
                "revert/c.sql",
                "verify",
                "verify/a",
                "verify/a/b.sql",
                "verify/c.sql",
                "pgpm.plan",
                "crm.control",
                "Makefile",
                "package.json",
                "README.md",
                ".pgstow.json")),
        tree(crm.directory()).keySet());
    assertEquals(List.of("", "crm"), List.copyOf(tree(outdir).keySet()).subList(0, 2));
    assertEquals(
        """
        %syntax-version=1.0.0
        %project=crm
        %uri=crm

        a/b 2017-08-11T08:11:51Z Ann Lee <ann@x.org> # add a/b
        c 2017-08-11T08:11:51Z Ann Lee <ann@x.org> # add c
        """,
        Files.readString(crm.directory().resolve("pgpm.plan")));
    assertEquals(
        ControlFile.create("crm", List.of("plpgsql")).text(),
        Files.readString(crm.directory().resolve("crm.control")));
  }

  @Test
  void packageJsonNamesTheRepository() throws IOException {
    export(crm, "1", "a");
    JsonNode json = new JsonMapper().readTree(crm.directory().resolve("package.json").toFile());
    assertEquals("https://github.com/ann-lee/crm", json.path("homepage").asText());
    assertEquals("https://github.com/ann-lee/crm", json.path("repository").path("url").asText());
    assertEquals("https://github.com/ann-lee/crm/issues", json.path("bugs").path("url").asText());
    assertEquals("0.0.1", json.path("version").asText());
    assertTrue(json.path("keywords").isArray());
    assertEquals("oracle-user", Scaffold.slug("Oracle User <oracle@example.com>"));
    assertEquals("jose-nunez", Scaffold.slug("José Núñez"));
    assertEquals("pgstow", Scaffold.slug("表"));
  }

  @Test
  void theManifestHoldsTheHashOfEachFileInOrder() throws IOException {
    export(crm, "1", "z", "a");
    Path file = crm.directory().resolve(".pgstow.json");
    JsonNode json = new JsonMapper().readTree(file.toFile());
    assertEquals(
        List.of(
            "deploy/z.sql",
            "revert/z.sql",
            "verify/z.sql",
            "deploy/a.sql",
            "revert/a.sql",
            "verify/a.sql",
            "pgpm.plan",
            "crm.control"),
        json.path("files").propertyStream().map(Map.Entry::getKey).toList());
    for (Map.Entry<String, JsonNode> entry : json.path("files").properties()) {
      assertEquals(Sha256.of(crm.directory().resolve(entry.getKey())), entry.getValue().asText());
    }
    assertTrue(Files.readString(file).contains("\"a\" : 1,\n    \"b\" : [\n"));
  }

  @Test
  void theSameExportGivesTheSameBytes() throws IOException {
    export(crm, "1", "a", "b");
    Map<String, String> first = tree(crm.directory());
    export(crm, "1", "a", "b");
    assertEquals(first, tree(crm.directory()));
  }

  @Test
  void aReExportTouchesOnlyWhatIsPgstows() throws IOException {
    export(crm, "1", "a", "gone");
    Path directory = crm.directory();
    for (String name : List.of("package.json", "README.md", "Makefile", "pgpm.json", "notes")) {
      Files.writeString(directory.resolve(name), "mine");
    }
    Files.createDirectories(directory.resolve("sql"));
    Files.writeString(directory.resolve("sql/crm--0.0.1.sql"), "mine");
    Files.writeString(directory.resolve("deploy/added.sql"), "mine");
    Files.createSymbolicLink(directory.resolve("verify/link"), Path.of("../notes"));
    Files.writeString(directory.resolve("crm.control"), "default_version = '9'\nrequires = 'x'\n");
    Object key = Files.readAttributes(directory, "unix:ino");

    export(crm, "2", "a");

    Map<String, String> tree = tree(directory);
    for (String name :
        List.of(
            "package.json",
            "README.md",
            "Makefile",
            "pgpm.json",
            "notes",
            "sql/crm--0.0.1.sql",
            "deploy/added.sql")) {
      assertEquals("mine", tree.get(name), name);
    }
    assertEquals("-> ../notes", tree.get("verify/link"));
    assertEquals("default_version = '9'\nrequires = 'x,plpgsql'\n", tree.get("crm.control"));
    assertEquals("-- deploy a 2", tree.get("deploy/a.sql"));
    assertFalse(tree.containsKey("deploy/gone.sql"));
    assertEquals(key, Files.readAttributes(directory, "unix:ino"));
    assertEquals(1, Files.list(outdir).count());
  }

  @Test
  void aModuleOfUnknownOriginHasItsScriptsReplacedWhole() throws IOException {
    Files.createDirectories(crm.directory().resolve("deploy"));
    Files.writeString(crm.directory().resolve("deploy/old.sql"), "old");
    Files.writeString(crm.directory().resolve("README.md"), "mine");
    export(crm, "1", "a");
    assertFalse(Files.exists(crm.directory().resolve("deploy/old.sql")));
    assertEquals("mine", Files.readString(crm.directory().resolve("README.md")));
    assertFalse(Files.exists(crm.directory().resolve("package.json")));
  }

  @Test
  void aFolderWithOnlyTheUsersFilesBecomesAModule() throws IOException {
    Files.createDirectories(crm.directory());
    Files.writeString(crm.directory().resolve("README.md"), "mine");
    export(crm, "1", "a");
    assertEquals("mine", Files.readString(crm.directory().resolve("README.md")));
    assertTrue(Files.exists(crm.directory().resolve("package.json")));
  }

  @Test
  void tagsStayWithTheirChange() throws IOException {
    export(crm, "1", "a", "b", "c");
    Path plan = crm.directory().resolve("pgpm.plan");
    String time = " 2024-01-15T10:00:00Z X <x@y> #  odd   spacing ";
    List<String> lines = new ArrayList<>(Files.readAllLines(plan));
    lines.add(5, "@v1" + time);
    lines.add(7, "");
    lines.add(8, "@v2" + time);
    lines.add("@v0 a" + time);
    Files.writeString(plan, String.join("\r\n", lines) + "\r\n");

    try (Staging staging = open(List.of(crm))) {
      write(staging.module(crm), "2", List.of("c", "a"));
      ModulePreview preview = staging.preview().modules().get(0);
      assertEquals(List.of("v1", "v0"), preview.keptTags());
      assertEquals(List.of("v2"), preview.droppedTags());
      assertEquals(0, preview.files().stream().filter(FileChange::handEdited).count());
      staging.commit();
    }
    List<String> after = Files.readAllLines(plan);
    assertTrue(after.get(4).startsWith("c ") && after.get(5).startsWith("a "));
    assertEquals(List.of("@v1" + time, "@v0 a" + time), after.subList(6, 8));
    assertEquals(2, Plan.read(plan).tags().size());
  }

  @Test
  void modulesMayGoToDifferentFolders() throws IOException {
    ModuleTarget service = target(temp.toRealPath().resolve("x/services"), "crm-svc");
    List<ModuleTarget> both = List.of(crm, service);
    for (String version : List.of("1", "2")) {
      try (Staging staging = open(both)) {
        write(staging.module(crm), version, List.of("a"));
        write(staging.module(service), version, List.of("b"));
        staging.commit();
      }
      assertEquals("-- deploy a " + version, tree(outdir).get("crm/deploy/a.sql"));
      assertEquals("-- deploy b " + version, tree(temp).get("x/services/crm-svc/deploy/b.sql"));
    }
    assertEquals(1, Files.list(outdir).count());
    assertEquals(1, Files.list(service.directory().getParent()).count());
  }

  @Test
  void closingWithoutCommitLeavesNothing() throws IOException {
    try (Staging staging = open(List.of(crm))) {
      write(staging.module(crm), "1", List.of("a"));
    }
    assertFalse(Files.exists(outdir));
    export(crm, "1", "a");
    Map<String, String> before = tree(outdir);
    try (Staging staging = open(List.of(crm))) {
      write(staging.module(crm), "2", List.of("a"));
      staging.preview();
      staging.close();
      assertFails("staging-closed", staging::commit);
    }
    assertEquals(before, tree(outdir));
  }

  @Test
  void filesCanBeStreamed() throws IOException {
    String big = "x".repeat(300_000) + "ü\n";
    try (Staging staging = open(List.of(crm))) {
      StagedModule module = staging.module(crm);
      try (Writer writer = module.open("deploy/m/t.sql")) {
        writer.write(big);
        writer.append('y');
      }
      module.write("deploy/big.sql", big);
      module.finish(Exports.SPEC, List.of());
      staging.commit();
    }
    assertEquals(big + "y", tree(outdir).get("crm/deploy/m/t.sql"));
    assertEquals(big, tree(outdir).get("crm/deploy/big.sql"));
  }

  @Test
  void aSecondExportIsRefusedAndHarmsNothing() throws IOException {
    try (Staging first = open(List.of(crm))) {
      for (int i = 0; i < 3; i++) {
        assertFails("export-running", () -> Staging.open(List.of(target(outdir, "other"))));
        assertEquals(List.of(), Staging.recover(temp, List.of(outdir)));
      }
      write(first.module(crm), "1", List.of("a"));
      first.commit();
    }
    export(crm, "2", "a");
    assertEquals(List.of("crm"), Files.list(outdir).map(it -> it.getFileName() + "").toList());
  }

  @Test
  void ofManyExportsAtOnceEachRunsWhollyOrIsRefused() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> runs =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            try {
                              export(crm, "v" + i, "a", "b");
                              return true;
                            } catch (Failure e) {
                              assertEquals("export-running", e.ident());
                              return false;
                            }
                          }))
              .toList();
      start.countDown();
      int done = 0;
      for (Future<Boolean> run : runs) {
        done += run.get(30, TimeUnit.SECONDS) ? 1 : 0;
      }
      assertTrue(done >= 1);
    } finally {
      threads.shutdownNow();
    }
    Map<String, String> tree = tree(crm.directory());
    String version = tree.get("deploy/a.sql").substring("-- deploy a ".length());
    assertEquals("-- verify b " + version, tree.get("verify/b.sql"));
    assertEquals(1, Files.list(outdir).count());
  }

  @Test
  void closingFromAnotherThreadStopsTheWriterAndLeavesNothing() throws Exception {
    export(crm, "1", "a");
    Map<String, String> before = tree(outdir);
    for (int round = 0; round < 5; round++) {
      Staging staging = open(List.of(crm));
      CountDownLatch writing = new CountDownLatch(200);
      Thread writer =
          new Thread(
              () -> {
                StagedModule module = staging.module(crm);
                assertFails(
                    "staging-closed",
                    () -> {
                      for (int i = 0; i < 1_000_000; i++) {
                        module.write("deploy/d" + i % 50 + "/f" + i + ".sql", "x");
                        writing.countDown();
                      }
                    });
              });
      Throwable[] error = new Throwable[1];
      writer.setUncaughtExceptionHandler((thread, e) -> error[0] = e);
      writer.start();
      assertTrue(writing.await(20, TimeUnit.SECONDS));
      staging.close();
      writer.join(20_000);
      assertFalse(writer.isAlive());
      assertEquals(null, error[0]);
      assertEquals(before, tree(outdir));
    }
  }

  @Test
  void namesThatLeadOutsideAreRefused() throws IOException {
    try (Staging staging = open(List.of(crm))) {
      StagedModule module = staging.module(crm);
      for (String path : List.of("deploy/../../x.sql", "/etc/x", "deploy//x", "deploy/a\u0000b")) {
        assertFails("path-unsafe", () -> module.write(path, ""));
        assertFails("path-unsafe", () -> module.open(path));
      }
      assertThrows(IllegalArgumentException.class, () -> module.write("pgpm.plan", ""));
    }
    assertFails("extension-name-illegal", () -> Staging.open(List.of(target(outdir, "A B"))));
  }

  @Test
  void filesThatCollideAreRefused() throws IOException {
    for (String second : List.of("deploy/a.sql", "deploy/a.sql/b.sql")) {
      try (Staging staging = open(List.of(crm))) {
        StagedModule module = staging.module(crm);
        module.write("deploy/a.sql", "1");
        String message =
            assertFails(
                    "file-collision",
                    () -> {
                      module.write(second, "2");
                      module.finish(Exports.SPEC, List.of());
                      staging.commit();
                    })
                .getMessage();
        assertTrue(message.contains("deploy/a.sql"), message);
      }
      assertFalse(Files.exists(outdir));
    }
  }
}
