package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
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

  @Test
  void afterACorrectionTheRestIsDeployed() {
    TestModule module =
        TestModule.in(root, "app").table("a").change("b", "SELECT 1/0;").table("c [b]");
    assertEquals("deploy-failed", target.fails(() -> target.deploy("app")).ident());
    module.script("deploy", "b", "-- Deploy: b\nSELECT 1;");
    assertEquals(3, target.deploy("app").deployed());
    assertEquals(List.of("app:a", "app:b", "app:c"), target.ledger());
  }

  @Test
  void withoutATransactionWhatRanStaysAndTheChangeIsUnfinished() {
    TestModule module =
        TestModule.in(root, "app")
            .table("a")
            .change("b", "CREATE TABLE b ();\nCREATE TABLE a ();\nCREATE TABLE never ();")
            .table("c");
    ScriptFailure failure =
        assertInstanceOf(
            ScriptFailure.class,
            target.fails(() -> target.deploy("app", DeployOption.NO_TRANSACTION)));
    assertEquals("b", failure.error().change());
    assertEquals(4, failure.error().line());
    assertEquals("42P07", failure.error().sqlState());
    assertTrue(failure.hint().contains("unfinished"), failure.hint());
    assertEquals(List.of("app:a"), target.ledger());
    assertEquals(List.of("a", "b"), target.tables());
    assertEquals(List.of("b"), target.status("app").unfinished());

    List<String> warnings = new ArrayList<>();
    module.script("deploy", "b", "CREATE TABLE b2 ();");
    new Deployer(Target.databases()).run(target.request("app"), Target.warnings(warnings));
    assertTrue(warnings.get(0).contains("app:b was begun without a transaction"), warnings.get(0));
    assertEquals(List.of(), target.status("app").unfinished());
  }

  @Test
  void stopsAtReferencesAndRefusesUnknownOnes() {
    TestModule.in(root, "base").table("x").tag("v0").table("y");
    TestModule.in(root, "app", "base")
        .table("a [base:@v0]")
        .table("b [base:y]")
        .tag("v1")
        .table("c [b@v1]")
        .table("d");
    target.deployTo("app", "base:@v0");
    assertEquals(List.of("base:x"), target.ledger());
    target.deployTo("app", "HEAD^3");
    assertEquals(List.of("base:x", "base:y", "app:a"), target.ledger());
    target.deployTo("app", "@v1");
    target.deployTo("app", "ROOT~2");
    assertEquals(List.of("base:x", "base:y", "app:a", "app:b", "app:c"), target.ledger());
    assertEquals(
        List.of("app:b", "base:x", "base:y"),
        target.query("SELECT requires FROM pgpm_migrate.dependencies ORDER BY 1"));
    assertEquals("reference-unknown", target.fails(() -> target.deployTo("app", "@v2")).ident());
    assertEquals(
        "reference-unknown", target.fails(() -> target.deployTo("app", "other:d")).ident());
    assertEquals(
        "to-ambiguous",
        target
            .fails(() -> target.run(target.request("app", "base").to(Reference.parse("d"))))
            .ident());
    assertEquals(5, target.ledger().size());
  }

  @Test
  void whatIsMissingIsNamedBeforeAnythingIsChanged() {
    TestModule.in(root, "a", "no_such_extension").table("t");
    Failure extension = target.fails(() -> target.deploy("a"));
    assertEquals("extension-unavailable", extension.ident());
    assertTrue(extension.getMessage().contains("module a requires no_such_extension"));
    TestModule.in(root, "b", "pgpm-verify").table("t");
    Failure module = target.fails(() -> target.deploy("b"));
    assertEquals("module-missing", module.ident());
    assertTrue(module.hint().contains("pgstow install @pgpm/verify"), module.hint());
    TestModule.in(root, "c").table("t [nothing]");
    assertEquals("dependency-unknown", target.fails(() -> target.deploy("c")).ident());
    TestModule.in(root, "d").table("t [a:t]");
    assertEquals("dependency-missing", target.fails(() -> target.deploy("d")).ident());
    TestModule.in(root, "e").table("t [u]").table("u");
    assertEquals("dependency-later", target.fails(() -> target.deploy("e")).ident());
    TestModule.in(root, "f").table("t").change("u", "\n\\i x.sql");
    Failure psql = target.fails(() -> target.deploy("f"));
    assertEquals("psql-command", psql.ident());
    assertTrue(psql.getMessage().contains("u.sql, line 4"), psql.getMessage());
    TestModule.in(root, "g")
        .table("t")
        .change("u", "")
        .script("deploy", "u", "SELECT 1;")
        .change("v", "")
        .script("deploy", "v", "SELECT 1;");
    Failure twins = target.fails(() -> target.deploy("g"));
    assertEquals("script-duplicate", twins.ident());
    assertTrue(twins.getMessage().contains("u and v of g"), twins.getMessage());
    assertEquals(List.of(), target.tables());
    assertEquals(List.of(), target.ledger());
  }

  @Test
  void extensionsAreCreatedWithTheModule() {
    TestModule.in(root, "app", "plpgsql", "earthdistance").table("a");
    assertEquals(List.of("earthdistance"), target.deploy("app").extensions());
    assertEquals(
        List.of("cube", "earthdistance"),
        target.query("SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1"));
  }

  @Test
  void aChangedScriptIsAWarningOrAnError() {
    TestModule module = TestModule.in(root, "app").table("a");
    target.deploy("app");
    module.script("deploy", "a", "SELECT 'other'");
    module.table("b");
    Failure strict = target.fails(() -> target.deploy("app", DeployOption.STRICT));
    assertEquals("script-changed", strict.ident());
    assertEquals(List.of("app:a"), target.deploy("app").changedScripts());
    assertEquals(List.of("app:a", "app:b"), target.ledger());
    assertEquals(List.of("a"), target.status("app").changedScripts());
  }

  @Test
  void logOnlyRunsNothing() {
    TestModule.in(root, "app", "hstore").table("a").change("b [a]", "SELECT 1/0;");
    DeployResult result = target.deploy("app", DeployOption.LOG_ONLY);
    assertEquals(2, result.deployed());
    assertEquals(List.of("app:a", "app:b"), target.ledger());
    assertEquals(List.of(), target.tables());
  }

  @Test
  void theDatabaseIsMadeOnRequestOnly() {
    TestModule.in(root, "app").table("a");
    Target other = new Target(root, target.name() + "_made");
    try (other) {
      assertEquals("database-not-found", other.fails(() -> other.deploy("app")).ident());
      other.deploy("app", DeployOption.CREATE_DATABASE);
      other.deploy("app", DeployOption.CREATE_DATABASE);
      assertEquals(List.of("app:a"), other.ledger());
    }
  }

  @Test
  void aLedgerBegunByPgpmIsContinued() {
    TestModule module = TestModule.in(root, "app").table("a").table("b [a]");
    target.execute(LedgerObjects.all());
    target.execute(
        "CREATE TABLE a (id integer PRIMARY KEY);"
            + " CALL pgpm_migrate.deploy('app', 'a', '"
            + ScriptFile.hash(module.file("deploy", "a"))
            + "', '{}', '', true)");
    DeployResult result = target.deploy("app");
    assertEquals(List.of("b"), result.modules().get(0).deployed());
    assertEquals(List.of(), result.changedScripts());
    target.execute("CALL pgpm_migrate.revert('app', 'b', 'DROP TABLE b')");
    assertEquals(List.of("b"), target.deploy("app").modules().get(0).deployed());
  }

  @Test
  void aDeferredConstraintThatFailsAtTheEndRollsBackToo() {
    TestModule.in(root, "app")
        .change(
            "a",
            "CREATE TABLE a (id int PRIMARY KEY, up int REFERENCES a DEFERRABLE INITIALLY"
                + " DEFERRED);\nINSERT INTO a VALUES (1, 2);");
    ScriptFailure failure =
        assertInstanceOf(ScriptFailure.class, target.fails(() -> target.deploy("app")));
    assertEquals("deploy-failed", failure.ident());
    assertTrue(
        failure
            .getMessage()
            .startsWith("Could not deploy app:a. At the end of the module app: insert or update"),
        failure.getMessage());
    assertTrue(
        failure
            .getMessage()
            .endsWith(
                "\"a_up_fkey\". (SQLSTATE 23503) Detail: Key (up)=(2) is not present in table"
                    + " \"a\"."),
        failure.getMessage());
    assertTrue(failure.hint().startsWith("The module app was rolled back"), failure.hint());
    assertEquals(List.of(), target.tables());
    assertEquals(List.of(), target.ledger());
    assertEquals(
        List.of("deploy app:a 23503"),
        target.query(
            "SELECT concat_ws(' ', event_type, package || ':' || change_name, error_code)"
                + " FROM pgpm_migrate.events"));
  }
}
