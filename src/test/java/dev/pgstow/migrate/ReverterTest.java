package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReverterTest {
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

  private RevertRequest request(String module, RevertScope scope) {
    return RevertRequest.of(target.workspace(), target.name(), module, scope);
  }

  private static RevertScope after(String reference) {
    return new RevertScope.After(Reference.parse(reference));
  }

  private RevertResult revert(String module, RevertScope scope) {
    return run(request(module, scope));
  }

  private RevertResult run(RevertRequest request) {
    return new Reverter(Target.databases()).run(request, ProgressListener.none());
  }

  private List<String> preview(String module, RevertScope scope) {
    return new Reverter(Target.databases()).preview(request(module, scope));
  }

  private void abcd() {
    TestModule.in(root, "app").table("a").tag("v1").table("b [a]").table("c").table("d [b]");
    target.deployTo("app", "d");
  }

  @Test
  void theLastDeployedChangeGoesByDefault() {
    abcd();
    assertEquals(List.of("d"), preview("app", new RevertScope.Last()));
    assertEquals(List.of("d"), revert("app", new RevertScope.Last()).reverted());
    assertEquals(List.of("c"), revert("app", new RevertScope.Last()).reverted());
    assertEquals(List.of("app:a", "app:b"), target.ledger());
    assertEquals(List.of("a", "b"), target.tables());
    assertEquals(
        List.of("d", "c"),
        target.query(
            "SELECT change_name FROM pgpm_migrate.events WHERE event_type = 'revert' ORDER BY"
                + " event_id"));
  }

  @Test
  void revertingToAChangeLeavesIt() {
    abcd();
    assertEquals(List.of("d"), preview("app", after("HEAD^")));
    assertEquals(List.of("d", "c"), revert("app", after("app:b")).reverted());
    assertEquals(List.of("b"), revert("app", after("@v1")).reverted());
    assertEquals(List.of(), revert("app", after("@v1")).reverted());
    assertEquals("reference-not-deployed", fails("app", after("d")).ident());
    assertEquals("reference-unknown", fails("app", after("@v9")).ident());
    assertEquals(List.of("a"), revert("app", new RevertScope.All()).reverted());
    assertEquals(List.of(), revert("app", new RevertScope.All()).reverted());
    assertEquals(List.of(), target.tables());
  }

  private Failure fails(String module, RevertScope scope) {
    return target.fails(() -> revert(module, scope));
  }

  @Test
  void dependentsInOtherModulesBlock() {
    TestModule.in(root, "base").table("x").table("y");
    TestModule.in(root, "app", "base").table("a [base:x]");
    target.deploy("app");
    assertEquals(List.of("y"), revert("base", new RevertScope.Last()).reverted());
    Failure failure = fails("base", new RevertScope.All());
    assertEquals("revert-blocked", failure.ident());
    assertTrue(failure.getMessage().contains("app:a requires x"), failure.getMessage());
    assertEquals(List.of("base:x", "app:a"), target.ledger());
    revert("app", new RevertScope.All());
    assertEquals(List.of("x"), revert("base", new RevertScope.All()).reverted());
  }

  @Test
  void aFailureLeavesAllOfIt() {
    TestModule.in(root, "app")
        .table("a")
        .change("b", "SELECT 0;", "SELECT 1;\nSELECT 1/0;", "")
        .table("c");
    target.deploy("app");
    ScriptFailure failure = (ScriptFailure) fails("app", new RevertScope.All());
    assertEquals("revert-failed", failure.ident());
    assertEquals("b", failure.error().change());
    assertEquals(2, failure.error().line());
    assertEquals(3, target.ledger().size());
    assertEquals(List.of("a", "c"), target.tables());
    assertEquals(
        List.of("revert b 22012"),
        target.query(
            "SELECT concat_ws(' ', event_type, change_name, error_code) FROM pgpm_migrate.events"
                + " WHERE error_code IS NOT NULL"));
    RevertResult result =
        run(
            new RevertRequest(
                target.workspace(),
                target.name(),
                "app",
                after("a"),
                Set.of(DeployOption.LOG_ONLY),
                SessionLimits.none(),
                Optional.empty()));
    assertEquals(List.of("c", "b"), result.reverted());
    assertEquals(List.of("a", "c"), target.tables());
  }

  @Test
  void whatFailsOnlyAtTheCommitIsRecordedToo() {
    TestModule.in(root, "app")
        .change(
            "a",
            "CREATE TABLE a (id int PRIMARY KEY, up int REFERENCES a DEFERRABLE INITIALLY"
                + " DEFERRED); INSERT INTO a VALUES (1, 1), (2, 1);",
            "DELETE FROM a WHERE id = 1;",
            "");
    target.deploy("app");
    ScriptFailure failure = (ScriptFailure) fails("app", new RevertScope.Last());
    assertEquals("revert-failed", failure.ident());
    assertEquals("23503", failure.error().sqlState());
    assertTrue(failure.hint().contains("Nothing was reverted."), failure.hint());
    assertEquals(List.of("app:a"), target.ledger());
    assertEquals(
        List.of("revert a 23503"),
        target.query(
            "SELECT concat_ws(' ', event_type, change_name, error_code) FROM pgpm_migrate.events"
                + " WHERE error_code IS NOT NULL"));
  }

  @Test
  void revertsThatUndidNothingAreListed() {
    TestModule.in(root, "app")
        .change("a", "CREATE TABLE a ();", "-- nothing", "TABLE a;")
        .change("b", "SELECT 0;", "", "SELECT 1;")
        .table("c");
    target.deploy("app");
    assertEquals(List.of("a"), revert("app", new RevertScope.All()).stillVerified());
  }

  @Test
  void onlyWhatWasConfirmedIsReverted() {
    abcd();
    RevertRequest request = request("app", new RevertScope.Last());
    Failure failure = target.fails(() -> run(request.confirmed(List.of("c"))));
    assertEquals("revert-changed", failure.ident());
    assertEquals(List.of("d"), run(request.confirmed(List.of("d"))).reverted());
  }

  @Test
  void withoutATransactionEachStatementIsAlone() {
    TestModule.in(root, "app")
        .change(
            "a",
            "CREATE TABLE a (id int); CREATE INDEX i ON a (id);",
            "DROP INDEX CONCURRENTLY i; DROP TABLE a;",
            "");
    target.deploy("app");
    assertEquals("revert-failed", fails("app", new RevertScope.All()).ident());
    RevertResult result =
        run(
            new RevertRequest(
                target.workspace(),
                target.name(),
                "app",
                new RevertScope.All(),
                Set.of(DeployOption.NO_TRANSACTION),
                SessionLimits.none(),
                Optional.empty()));
    assertEquals(List.of("a"), result.reverted());
    assertEquals(List.of(), target.tables());
  }

  @Test
  void whatThePlanDoesNotHaveIsNotForgotten() {
    abcd();
    target.execute("CALL pgpm_migrate.deploy('app', 'old', 'h', '{}', '', true)");
    Failure failure = fails("app", new RevertScope.All());
    assertEquals("revert-unplanned", failure.ident());
    assertTrue(failure.getMessage().contains("old"), failure.getMessage());
    assertEquals(List.of("old"), target.status("app").unplanned());
  }
}
