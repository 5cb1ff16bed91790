package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressListener;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AfterwardsTest {
  private final FakeScript script = new FakeScript();
  private FakeAfter after = new FakeAfter();

  private Session<ExportResult> result() {
    script.after = Optional.of(after);
    Session<ExportResult> session = Session.of(script).await("Select a database");
    session.press(KeyType.Enter).await("Select database_id");
    session.press(KeyType.Enter).await("Project author");
    session.press(KeyType.Enter).await("Extension name");
    session.press(KeyType.Enter).await("Meta extension name");
    session.press(KeyType.Enter).await("chosen");
    session.press(KeyType.Enter).await("Start the export");
    return session.press(KeyType.Enter).await("Exported demo-crm").await("p prove  d deploy to…");
  }

  @Test
  void aProofShowsEachModuleAndComesBack() {
    after.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = result().type("p").await("14 of 30")) {
      assertTrue(session.line("revert").contains("demo-crm"));
      assertTrue(session.text().contains(FakeAfter.CHANGE));
      after.gate.countDown();
      session.await("Proved: the modules give what the source has");
      session.press(KeyType.Enter).await("Exported demo-crm").press(KeyType.Enter);
      assertTrue(session.result().written());
    }
  }

  @Test
  void differencesCanBeScrolled() {
    after.differences = 40;
    try (Session<ExportResult> session = result().type("p").await("Not proved: 40 rows differ")) {
      session.await("field id=1").press(KeyType.End).await("field id=40");
      assertFalse(session.text().contains("field id=1\n"));
    }
  }

  @Test
  void aDeploymentAsksWhereShowsWhatAndWantsAYes() {
    try (Session<ExportResult> session = result().type("d").await("Deploy to…")) {
      session.ctrl('u').type("crm_dev").press(KeyType.Enter);
      session.await("Deploy 61 changes to crm_dev on postgres@localhost:5432?");
      session.await("The database is missing").await("demo-crm-service: 30 changes");
      session.press(KeyType.Enter).await("Deploy to…");
      assertEquals(Optional.empty(), after.deployed.get());
      session.press(KeyType.Enter).await("Deploy 61 changes").type("y");
      session.await("Deployed 61 changes to crm_dev").press(KeyType.Enter);
      session.await("Exported demo-crm");
      assertEquals("crm_dev", after.deployed.get().orElseThrow().database());
    }
  }

  @Test
  void theServerCanBeAnotherAndAFailureToConnectLeadsBack() {
    try (Session<ExportResult> session = result().type("d").await("Deploy to…")) {
      session.press(KeyType.ArrowUp, KeyType.Enter).await("How to reach the server");
      session.press(KeyType.Tab).ctrl('u').type("1").press(KeyType.Enter);
      session.await("postgres@localhost:1").press(KeyType.Enter).await("Is it running?");
      session.press(KeyType.Tab, KeyType.Enter).await("Deploy to…");
      session.press(KeyType.Tab).type(" ").await("[ ] make it");
      session.press(KeyType.Escape).await("Exported demo-crm");
    }
  }

  @Test
  void whatIsToBeKnownIsSaidBeforeTheYes() {
    try (Session<ExportResult> session = result().type("d").await("Deploy to…")) {
      session.ctrl('u').await("A database is needed.").press(KeyType.Enter);
      session.type("demo").press(KeyType.Enter);
      session.await("! This is the database the modules were exported from.");
      session.press(KeyType.Escape).await("Deploy to…");
      session.ctrl('u').type("there").press(KeyType.Enter).await("Nothing to deploy");
    }
  }

  @Test
  void aScriptThatFailsIsNamedWithTheServersWords() {
    after.fails = true;
    try (Session<ExportResult> session = result().type("d").await("Deploy to…")) {
      session.press(KeyType.Enter).await("Deploy 61").type("y").await("Could not deploy");
      session.await("type \"citext\" does not exist").await("42704");
    }
  }

  @Test
  void ctrlCStopsADeploymentSaysWhatBecameOfItAndComesBack() {
    after.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = result().type("d").await("Deploy to…")) {
      session.press(KeyType.Enter).await("Deploy 61").type("y").await("14 of 30");
      session.ctrl('c').await("demo-crm-service is as it was before.");
      assertTrue(after.cancelled.get());
      session.press(KeyType.Enter).await("Exported demo-crm").press(KeyType.Enter);
      assertTrue(session.result().written());
    }
  }

  @Test
  void escapeAsksBeforeItStops() {
    after.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = result().type("p").await("14 of 30")) {
      session.press(KeyType.Escape).await("Stop proving?").press(KeyType.Enter);
      assertFalse(after.cancelled.get());
      session.press(KeyType.Escape).await("Stop proving?").type("y").await("Stopped");
    }
  }

  @Test
  void aSecondCtrlCDoesNotWait() {
    after =
        new FakeAfter() {
          @Override
          public void cancel() {}
        };
    after.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = result().type("p").await("14 of 30")) {
      session.ctrl('c').await("Stopping").ctrl('c');
      assertEquals(ExitCode.INTERRUPTED, assertThrows(Failure.class, session::result).exitCode());
    }
  }

  @Test
  void ctrlCAtAPromptOnlyClosesAsAllIsWritten() {
    try (Session<ExportResult> session = result().type("d").await("Deploy to…").ctrl('c')) {
      assertTrue(session.result().written());
    }
  }

  @Test
  void whatFailsBeforeAnyScriptIsTold() {
    after =
        new FakeAfter() {
          @Override
          public Outcome prove(ProgressListener listener) {
            throw Failure.failed("module-missing", "citext is missing", "Install it.");
          }
        };
    try (Session<ExportResult> session = result().type("p").await("citext is missing")) {
      session.await("Install it.").press(KeyType.Enter).await("Exported demo-crm");
    }
  }
}
