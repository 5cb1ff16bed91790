package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployerTest {
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

  @Test
  void deploysInPlanOrderAndSkipsWhatIsThere() {
    TestModule.in(root, "app").table("a").table("b [a]");
    DeployResult first = target.deploy("app");
    assertEquals(List.of("a", "b"), first.modules().get(0).deployed());
    assertEquals(List.of("app:a", "app:b"), target.ledger());
    assertEquals(List.of("app:a"), target.query("SELECT requires FROM pgpm_migrate.dependencies"));
    DeployResult second = target.deploy("app");
    assertEquals(0, second.deployed());
    assertEquals(2, second.modules().get(0).skipped());
  }

  @Test
  void idsAndHashesArePgpms() {
    TestModule module = TestModule.in(root, "app").table("a");
    target.deploy("app");
    assertEquals(
        List.of("t"),
        target.query(
            "SELECT script_hash = '"
                + ScriptFile.hash(module.file("deploy", "a"))
                + "' AND change_id = encode(sha256(('app' || 'a' || script_hash)::bytea), 'hex')"
                + " FROM pgpm_migrate.changes"));
  }

  @Test
  void aFailureLeavesTheModuleAsItWasAndSaysWhere() {
    TestModule.in(root, "base").table("x");
    TestModule module =
        TestModule.in(root, "app", "base", "hstore")
            .table("a")
            .change("b", "CREATE TABLE b ();\n\nSELECT 'é',\n  nothing FROM a;")
            .table("c");
    ScriptFailure failure =
        assertInstanceOf(ScriptFailure.class, target.fails(() -> target.deploy("app")));
    assertEquals("deploy-failed", failure.ident());
    assertEquals("b", failure.error().change());
    assertEquals("app", failure.error().module());
    assertEquals(module.file("deploy", "b"), failure.error().file());
    assertEquals(6, failure.error().line());
    assertEquals("42703", failure.error().sqlState());
    assertEquals("column \"nothing\" does not exist", failure.error().message());
    assertTrue(failure.hint().contains("rolled back"), failure.hint());
    assertEquals(List.of("base:x"), target.ledger());
    assertEquals(List.of("x"), target.tables());
    assertEquals(
        List.of(), target.query("SELECT extname FROM pg_extension WHERE extname = 'hstore'"));
    assertEquals(
        List.of("deploy app:b 42703 column \"nothing\" does not exist"),
        target.query(
            "SELECT concat_ws(' ', event_type, package || ':' || change_name, error_code,"
                + " error_message) FROM pgpm_migrate.events WHERE error_code IS NOT NULL"));
  }
}
