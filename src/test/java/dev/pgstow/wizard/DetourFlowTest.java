package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A database that is not a Constructive one is never a dead end. */
class DetourFlowTest {
  private final FakeDetour dump = FakeDetour.dump();
  private final FakeDetour adopt = FakeDetour.adopt();
  private final FakeScript script = new FakeScript();

  private Session<Optional<ExportResult>> open() {
    script.detours = List.of(dump, adopt);
    Session<Optional<ExportResult>> session =
        new Session<>(80, 24, ColorDepth.NONE, wizard -> wizard.run(script));
    session.await("plain");
    return session;
  }

  private static void toMenu(Session<?> session) {
    session.press(KeyType.ArrowDown, KeyType.ArrowDown, KeyType.Enter);
    session.await("legacy is not a Constructive database");
  }

  private static void toReview(Session<?> session) {
    toMenu(session);
    session.press(KeyType.Enter).await("Layout of the files");
    session.press(KeyType.Enter).await("2 of 2 chosen");
    session.press(KeyType.Enter).await("[ Write the files ]");
  }

  private static void toOutcome(Session<?> session) {
    toReview(session);
    session.press(KeyType.Enter).await("Wrote 420 objects");
  }

  @Test
  void whatCanBeDoneInsteadIsDoneAndShown() {
    try (var session = open()) {
      toOutcome(session);
      session.await("psql -v ON_ERROR_STOP=1");
      session.press(KeyType.Enter);
      assertEquals(Optional.empty(), session.result());
      assertEquals(1, dump.committed.get());
      assertEquals(1, dump.closed.get());
    }
  }

  @Test
  void anotherDatabaseCanBeChosenInstead() {
    try (var session = open()) {
      toMenu(session);
      session.press(KeyType.End, KeyType.Enter).await("Select a database");
      assertTrue(session.line("legacy").contains("›"), session.text());
      session.press(KeyType.ArrowUp, KeyType.Enter).await("Select database_id");
    }
  }

  @Test
  void theOtherWaysOfAnyDatabaseAreAKeyAway() {
    try (var session = open()) {
      session.type("o").await("demo is not a Constructive database");
      session.press(KeyType.Escape).await("Select a database");
      assertTrue(session.line("demo").contains("›"), session.text());
    }
  }

  @Test
  void theFirstQuestionLeadsBackToTheMenuAndThatToTheList() {
    try (var session = open()) {
      toMenu(session);
      session.press(KeyType.ArrowDown, KeyType.Enter).await("[ Check and record ]");
      session.press(KeyType.ReverseTab).await("legacy is not a Constructive database");
      assertTrue(session.line("Record a module").contains("›"), session.text());
      session.press(KeyType.ArrowUp, KeyType.Enter).await("Layout of the files");
      session.press(KeyType.ReverseTab).await("legacy is not a Constructive database");
      session.press(KeyType.ReverseTab).await("Select a database");
    }
  }

  @Test
  void answersAndOptionsOfTheReviewReachTheWork() {
    try (var session = open()) {
      toMenu(session);
      session.press(KeyType.Enter).await("Layout of the files");
      session.press(KeyType.ArrowDown, KeyType.Enter).await("2 of 2 chosen");
      session.type(" ").press(KeyType.Enter).await("[billing]");
      session.press(KeyType.ArrowUp).type(" ").press(KeyType.ArrowDown, KeyType.Enter);
      session.await("Wrote 420 objects");
      assertEquals(Optional.of("flat"), dump.answered.get().text("layout"));
      assertEquals(Optional.of(List.of("billing")), dump.answered.get().list("schemas"));
      assertEquals(Optional.of(List.of()), dump.answered.get().list("carried"));
    }
  }

  @Test
  void aLineOfTheReviewCanBeChanged() {
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Home, KeyType.Enter).await("Layout of the files");
      session.press(KeyType.ArrowDown, KeyType.Enter).await("[ Write the files ]");
      session.press(KeyType.Enter).await("Wrote 420 objects");
      assertEquals(Optional.of("flat"), dump.answered.get().text("layout"));
    }
  }

  @Test
  void aNoLeavesWhatIsThereAndComesBackToTheReview() {
    dump.question = Optional.of(new Ask.YesNo("Replace it?", List.of("3 new"), true));
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Enter).await("Replace it?");
      session.await("[ Yes ]").type("n").await("[ Write the files ]");
      assertEquals(0, dump.committed.get());
      assertEquals(1, dump.closed.get());
    }
  }

  @Test
  void whatIsAskedBeforehandKeepsTheWorkFromBeginning() {
    dump.before = Optional.of(new Ask.YesNo("Replace the export?", List.of(), false));
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Enter).await("Replace the export?");
      session.press(KeyType.Enter).await("[ Write the files ]");
      assertEquals(0, dump.staged.get());
    }
  }

  @Test
  void existingModulesAreComparedAsAfterAnExport() {
    dump.question = Optional.of(new Ask.Overwrite(FakePreview.existing(true).preview()));
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Enter).await("Overwrite demo-crm");
      assertTrue(session.text().contains("[ No ]"), session.text());
      session.type("y").await("Wrote 420 objects");
      assertEquals(1, dump.committed.get());
    }
  }

  @Test
  void whatDiffersIsLookedThroughAndPulledOrNot() {
    Outcome outcome = new Outcome(false, "drift: 1 undeclared live object(s)", List.of());
    dump.question =
        Optional.of(
            new Ask.Pull(
                "legacy and schema",
                List.of(new DriftFinding(DriftFinding.Kind.UNDECLARED, "table t", "+x"))));
    dump.declined = Optional.of(outcome);
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Enter).await("+ table t");
      session.press(KeyType.Tab, KeyType.Enter).await("drift: 1 undeclared");
      assertEquals(0, dump.committed.get());
      session.press(KeyType.ArrowRight, KeyType.Enter).await("legacy is not a Constructive");
      session.press(KeyType.Enter).await("Layout of").press(KeyType.Enter).await("2 of 2");
      session.press(KeyType.Enter).await("[ Write the files ]").press(KeyType.Enter);
      session.await("+ table t").press(KeyType.ArrowRight, KeyType.Enter);
      session.await("Wrote 420 objects");
      assertEquals(1, dump.committed.get());
    }
  }

  @Test
  void escStopsTheWorkAndComesBackToTheReview() {
    dump.gate = new CountDownLatch(1);
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Enter).await("app.orders");
      session.press(KeyType.Escape).await("Stop? Nothing has been written.");
      session.type("y").await("Cancelled. Nothing was changed.");
      session.press(KeyType.Enter).await("[ Write the files ]");
      assertEquals(0, dump.committed.get());
    }
  }

  @Test
  void ctrlCStopsTheWorkAndEndsTheSession() {
    dump.gate = new CountDownLatch(1);
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Enter).await("app.orders");
      session.ctrl('c');
      Failure failure = assertThrows(Failure.class, session::result);
      assertEquals(ExitCode.INTERRUPTED, failure.exitCode());
      assertEquals("Cancelled. Nothing was changed.", failure.getMessage());
      assertEquals(0, dump.committed.get());
    }
  }

  @Test
  void aFailureIsToldAndTheReviewIsBack() {
    dump.failure = Optional.of(Failure.failed("disk-full", "No space left.", "Make room."));
    try (var session = open()) {
      toReview(session);
      session.press(KeyType.Enter).await("No space left.").await("Make room.");
      session.press(KeyType.Enter).await("[ Write the files ]");
      dump.failure = Optional.empty();
      session.press(KeyType.Enter).await("Wrote 420 objects");
    }
  }

  @Test
  void whatFollowsIsDoneFromTheOutcomeAndLeadsBackToIt() {
    dump.next = List.of(adopt);
    try (var session = open()) {
      toOutcome(session);
      session.press(KeyType.ArrowRight, KeyType.Enter).await("[ Check and record ]");
      session.press(KeyType.Enter).await("Recorded 31 changes");
      session.press(KeyType.Enter).await("Wrote 420 objects");
      session.press(KeyType.Enter);
      assertEquals(Optional.empty(), session.result());
      assertEquals(1, adopt.committed.get());
    }
  }

  @Test
  void aRefusalToAdoptIsToldAndWhatWasWrittenStays() {
    dump.next = List.of(adopt);
    adopt.failure = Optional.of(FakeDetour.refusal());
    try (var session = open()) {
      toOutcome(session);
      session.press(KeyType.ArrowRight, KeyType.Enter).await("[ Check and record ]");
      session.press(KeyType.Enter).await("missing: view app.v");
      assertFalse(session.text().contains("Leave"), session.text());
      session.press(KeyType.Enter).await("[ Check and record ]");
      session.press(KeyType.ReverseTab).await("Wrote 420 objects");
    }
  }

  @Test
  void ctrlCDuringWhatFollowsComesBackToTheOutcome() {
    dump.next = List.of(adopt);
    adopt.gate = new CountDownLatch(1);
    try (var session = open()) {
      toOutcome(session);
      session.press(KeyType.ArrowRight, KeyType.Enter).await("[ Check and record ]");
      session.press(KeyType.Enter).await("11 of 31");
      session.ctrl('c').await("Stopped");
      session.press(KeyType.Enter).await("[ Check and record ]");
      session.press(KeyType.ReverseTab).await("Wrote 420 objects");
      session.ctrl('c');
      assertEquals(Optional.empty(), session.result());
    }
  }

  @Test
  void leavingAfterSomethingWasWrittenIsNoFailure() {
    try (var session = open()) {
      toOutcome(session);
      session.press(KeyType.ArrowRight, KeyType.Enter).await("legacy is not a Constructive");
      session.press(KeyType.Escape).await("Select a database");
      session.press(KeyType.Escape).await("What was written stays.");
      session.type("y");
      assertEquals(Optional.empty(), session.result());
    }
  }
}
