package dev.pgstow.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorkspaceTest {
  @TempDir Path folder;

  @Test
  void isAWorkspaceWithRoomForPackages() throws IOException {
    Path root = DemoWorkspace.create(folder.resolve("new/demo")).root();
    assertTrue(Files.readString(root.resolve("pgpm.json")).contains("\"packages/*\""));
    assertTrue(Files.isDirectory(root.resolve("packages")));
  }

  @Test
  void modulesDeployVerifyRevertAndDeployAgainFromTheirFilesAlone() throws Exception {
    Path modules = modules();
    List<String> order = new ArrayList<>();
    for (String module : list(modules)) {
      visit(modules, module, order);
    }
    assertEquals(7, order.size());
    try (SampleDatabases target = new SampleDatabases()) {
      target.execute(new SampleResources().script("server/roles.sql"));
      for (int round = 1; round <= 2; round++) {
        for (String module : order) {
          for (String required : requires(modules, module)) {
            if (!order.contains(required)) {
              target.execute("CREATE EXTENSION IF NOT EXISTS \"" + required + "\"");
            }
          }
          runAll(target, modules.resolve(module), "deploy", plan(modules, module));
        }
        for (String module : order) {
          runAll(target, modules.resolve(module), "verify", plan(modules, module));
        }
        List<String> backwards = new ArrayList<>(order);
        Collections.reverse(backwards);
        for (String module : backwards) {
          List<String> changes = plan(modules, module);
          Collections.reverse(changes);
          runAll(target, modules.resolve(module), "revert", changes);
        }
        assertEquals(
            List.of(),
            target.query(
                "SELECT relname FROM pg_class WHERE relnamespace NOT IN"
                    + " ('pg_catalog'::regnamespace, 'information_schema'::regnamespace,"
                    + " 'pg_toast'::regnamespace)"));
      }
    }
  }

  @Test
  void ledgerOfTheServerHashesTheseVeryFiles() throws Exception {
    Path modules = modules();
    List<String> files = new ArrayList<>();
    for (String module : list(modules)) {
      for (String change : plan(modules, module)) {
        byte[] script = Files.readAllBytes(modules.resolve(module + "/deploy/" + change + ".sql"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(script);
        files.add(module + "|" + change + "|" + HexFormat.of().formatHex(hash));
      }
    }
    Collections.sort(files);
    try (SampleDatabases sample = SampleDatabases.withSample()) {
      List<String> ledger =
          sample.query("SELECT package, change_name, script_hash FROM pgpm_migrate.changes");
      Collections.sort(ledger);
      assertEquals(files, ledger);
    }
  }

  @Test
  void anEarlierDemoKeepsItsPackages() throws IOException {
    DemoWorkspace.create(folder);
    Path kept = Files.writeString(folder.resolve("packages/mine.txt"), "mine");
    Path plan = folder.resolve("extensions/@pgstow-demo/services/pgpm.plan");
    Files.delete(plan);
    assertEquals(folder, DemoWorkspace.create(folder).root());
    assertEquals("mine", Files.readString(kept));
    assertTrue(Files.exists(plan));
  }

  @Test
  void aFolderWithSomethingElseIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("pgpm.json"), "{\"packages\": [\"*\"]}");
    Failure failure = assertThrows(Failure.class, () -> DemoWorkspace.create(folder));
    assertEquals("demo-folder-taken", failure.ident());
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertEquals(List.of("pgpm.json"), list(folder));
    Path file = folder.resolve("pgpm.json");
    assertEquals(
        "demo-folder-taken", assertThrows(Failure.class, () -> DemoWorkspace.create(file)).ident());
    assertEquals(
        "demo-folder",
        assertThrows(Failure.class, () -> DemoWorkspace.create(file.resolve("below"))).ident());
  }

  @Test
  void temporaryOnesDiffer() throws IOException {
    Path one = DemoWorkspace.createTemporary().root();
    Path two = DemoWorkspace.createTemporary().root();
    assertFalse(one.equals(two));
    for (Path root : List.of(one, two)) {
      try (Stream<Path> files = Files.walk(root)) {
        files.sorted(Collections.reverseOrder()).map(Path::toFile).forEach(f -> f.delete());
      }
    }
  }

  private Path modules() {
    return DemoWorkspace.create(folder).root().resolve("extensions/@pgstow-demo");
  }

  private static void visit(Path modules, String module, List<String> order) throws IOException {
    for (String required : requires(modules, module)) {
      if (Files.isDirectory(modules.resolve(required))) {
        visit(modules, required, order);
      }
    }
    if (!order.contains(module)) {
      order.add(module);
    }
  }

  private static List<String> requires(Path modules, String module) throws IOException {
    for (String line : Files.readAllLines(modules.resolve(module + "/" + module + ".control"))) {
      if (line.startsWith("requires = '")) {
        return Arrays.asList(line.substring(12, line.length() - 1).split(",", -1));
      }
    }
    throw new AssertionError("no requires: " + module);
  }

  private static List<String> plan(Path modules, String module) throws IOException {
    List<String> changes = new ArrayList<>();
    for (String line : Files.readAllLines(modules.resolve(module + "/pgpm.plan"))) {
      if (!line.isEmpty() && !line.startsWith("%")) {
        changes.add(line.substring(0, line.indexOf(' ')));
      }
    }
    return changes;
  }

  private static void runAll(
      SampleDatabases target, Path module, String folder, List<String> changes) throws IOException {
    StringBuilder scripts = new StringBuilder();
    for (String change : changes) {
      scripts.append(Files.readString(module.resolve(folder + "/" + change + ".sql")));
    }
    target.execute(scripts.toString());
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
