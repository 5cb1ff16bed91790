package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
  @TempDir Path root;
  private Target target;

  @BeforeEach
  void create() {
    target = Target.create(root);
  }

  @AfterEach
  void drop() {
    target.close();
  }

  private VerifyResult verify(String module, boolean dependencies) {
    return new Verifier(Target.databases())
        .run(
            VerifyRequest.of(
                new ModuleSelection(
                    target.workspace(), target.name(), List.of(module), dependencies)),
            ProgressListener.none());
  }

  @Test
  void allFailuresAreReported() {
    TestModule module = TestModule.in(root, "app").table("a").table("b").table("c").table("d");
    target.deployTo("app", "c");
    target.execute("DROP TABLE a; ALTER TABLE c RENAME id TO other");
    VerifyResult result = verify("app", false);
    assertEquals(1, result.passed());
    assertEquals(
        List.of("a 42P01", "c 42703"),
        result.failures().stream().map(it -> it.change() + " " + it.sqlState()).toList());
    Failure failure = result.failure().orElseThrow();
    assertEquals("verify-failed", failure.ident());
    assertEquals(ExitCode.VERIFICATION, failure.exitCode());
    assertTrue(
        failure.getMessage().contains(module.file("verify", "c") + ", line 1"),
        failure.getMessage());
  }

  @Test
  void aScriptThatCannotBeReadIsTheFailureOfItsChange() throws IOException {
    TestModule module = TestModule.in(root, "app").table("a").table("b").table("c").table("d");
    target.deploy("app");
    Files.write(module.file("verify", "a"), new byte[] {(byte) 0xff});
    module.script("verify", "b", "SELECT 1;\n\\dt");
    Files.delete(module.file("verify", "c"));
    Files.createDirectory(module.file("verify", "c"));
    VerifyResult result = verify("app", false);
    assertEquals(1, result.passed());
    assertEquals(
        List.of("a", "b", "c"), result.failures().stream().map(ScriptError::change).toList());
    String message = String.valueOf(result.failure().orElseThrow().getMessage());
    assertTrue(message.contains("app:a: "), message);
    assertTrue(message.contains("b.sql, line 2: \\dt is a command of psql"), message);
    assertTrue(message.contains("c.sql can't be read"), message);
  }

  @Test
  void whatScriptsDoIsUndone() {
    TestModule.in(root, "app")
        .change(
            "a",
            "CREATE TABLE a (v int);",
            "",
            "BEGIN; INSERT INTO a VALUES (1); SELECT 1 / count(*) FROM a; SET work_mem = '9MB';"
                + " COMMIT;")
        .change(
            "b",
            "CREATE TABLE b ();",
            "",
            "SELECT 1 / (current_setting('work_mem') <> '9MB')::int;");
    target.deploy("app");
    assertEquals(Optional.empty(), verify("app", false).failure());
    assertEquals(List.of("0"), target.query("SELECT count(*) FROM a"));
  }

  @Test
  void scriptsSentTogetherAreEachAloneInTheirTransaction() {
    TestModule module = TestModule.in(root, "app");
    module.change("seen", "CREATE TABLE seen (v int);", "", "SELECT 1 / count(*) FROM seen;");
    List<String> changes = new ArrayList<>(List.of("seen"));
    for (int i = 0; i < 150; i++) {
      String verify =
          switch (i % 5) {
            case 0 -> "INSERT INTO seen VALUES (1); CREATE TEMP TABLE mine (v int);";
            case 1 -> "SELECT 1 / (SELECT 1 - count(*) FROM seen);";
            case 2 -> "CREATE TEMP TABLE mine (v int); SET work_mem = '9MB';";
            case 3 -> "SELECT 1 / (current_setting('work_mem') <> '9MB')::int;";
            default -> "PREPARE p" + i + " AS SELECT 1;";
          };
      module.change("c" + i, "SELECT " + i + ";", "", i == 97 ? "SELECT 1;\nSELECT x;" : verify);
      changes.add("c" + i);
    }
    target.deploy("app");
    VerifyResult result = verify("app", false);
    assertEquals(
        List.of("seen 22012 1", "c97 42703 2"),
        result.failures().stream()
            .map(it -> it.change() + " " + it.sqlState() + " " + it.line())
            .toList());
    assertEquals(changes.size() - 2, result.passed());
    assertEquals(List.of("0"), target.query("SELECT count(*) FROM seen"));
  }

  @Test
  void scriptsThatCheckNothingAreNamed() {
    TestModule.in(root, "base").change("x", "SELECT 0;", "", "SELECT 1;");
    TestModule.in(root, "app", "base").change("a", "SELECT 0;").table("b");
    target.deploy("app");
    assertEquals(List.of("app:a"), verify("app", false).unchecked());
    VerifyResult result = verify("app", true);
    assertEquals(List.of("base:x", "app:a"), result.unchecked());
    assertEquals(3, result.passed());
    assertEquals(List.of("a"), target.status("app").emptyVerifies());
    assertEquals(List.of("x"), target.status("base").trivialVerifies());
  }

  @Test
  void aDatabaseWithoutALedgerHasNothingToVerify() {
    TestModule.in(root, "app").table("a");
    assertEquals(0, verify("app", true).passed());
    assertEquals(
        List.of(), target.query("SELECT 1 FROM pg_namespace WHERE nspname = 'pgpm_migrate'"));
  }
}
