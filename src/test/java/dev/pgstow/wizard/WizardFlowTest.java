package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.export.StagedExport;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import dev.pgstow.prompt.Choice;
import dev.pgstow.wizard.terminal.TypedText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WizardFlowTest {
  private final AtomicReference<Answers> used = new AtomicReference<>(Answers.none());
  private final FakeScript script =
      new FakeScript() {
        @Override
        public StagedExport stage(Answers answers, ProgressListener listener) {
          used.set(answers);
          return super.stage(answers, listener);
        }
      };

  private static Session<ExportResult> toReview(FakeScript script) {
    Session<ExportResult> session = Session.of(script).await("Select a database");
    session.press(KeyType.Enter).await("Select database_id");
    session.press(KeyType.Enter).await("Project author");
    session.press(KeyType.Enter).await("Extension name");
    session.press(KeyType.Enter).await("Meta extension name");
    session.press(KeyType.Enter).await("chosen");
    return session.press(KeyType.Enter).await("Start the export");
  }

  @Test
  void enterAloneLeadsFromTheFirstQuestionToTheResult() {
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("Exported demo-crm").await("The same again");
      session.press(KeyType.Enter);
      assertEquals("demo-crm-service", session.result().service().name());
      assertTrue(script.committed.get());
      assertTrue(script.closed.get());
      assertEquals(Optional.of("demo"), used.get().text("database"));
      assertEquals(Optional.of(Origin.DEFAULT), used.get().origin("author"));
      assertEquals(5, used.get().list("schemas").orElseThrow().size());
    }
  }

  @Test
  void goingBackKeepsWhatWasAnsweredAndDerivesUntouchedDefaultsAnew() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.Enter).await("Select database_id");
      session.press(KeyType.Enter).await("Project author");
      session.ctrl('u').type("Grace").press(KeyType.Enter).await("Extension name");
      assertTrue(session.line("›").contains("demo-crm"));
      for (String screen : List.of("Project author", "Select database_id", "Select a database")) {
        session.press(KeyType.ReverseTab).await(screen);
      }
      session.press(KeyType.ArrowDown, KeyType.Enter).await("webshop");
      session.press(KeyType.Enter).await("Project author");
      assertTrue(session.line("›").contains("Grace"));
      session.press(KeyType.Enter).await("Extension name");
      assertTrue(session.line("›").contains("webshop"));
    }
  }

  @Test
  void aDatabaseThatLeadsNowhereGivesANoticeAndTheListAgain() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.End, KeyType.Enter).await("not a Constructive database");
      session.press(KeyType.Enter).await("Select a database");
    }
  }

  @Test
  void ctrlCAtAPromptLeavesAtOnce() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.ctrl('c');
      assertEquals(ExitCode.INTERRUPTED, assertThrows(Failure.class, session::result).exitCode());
    }
  }

  @Test
  void escapeAsksBeforeItLeaves() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.Escape).await("Leave pgstow?");
      session.press(KeyType.Escape).await("Select a database");
      session.press(KeyType.Escape).await("Leave pgstow?").type("y");
      Failure failure = assertThrows(Failure.class, session::result);
      assertEquals("left", failure.ident());
      assertEquals(ExitCode.DECLINED, failure.exitCode());
    }
  }

  @Test
  void ctrlCDuringWorkStopsItAndWaitsUntilItHasCleanedUp() {
    script.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("3 tables done").ctrl('c');
      Failure failure = assertThrows(Failure.class, session::result);
      assertEquals(ExitCode.INTERRUPTED, failure.exitCode());
      assertTrue(script.cancelled.get());
      assertFalse(script.committed.get());
    }
  }

  @Test
  void aSecondCtrlCDoesNotWait() {
    FakeScript deaf =
        new FakeScript() {
          @Override
          public void cancel() {}
        };
    deaf.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = toReview(deaf)) {
      session.press(KeyType.Enter).await("3 tables done").ctrl('c').await("Stopping");
      session.ctrl('c');
      assertEquals(ExitCode.INTERRUPTED, assertThrows(Failure.class, session::result).exitCode());
    }
  }

  @Test
  void leavingHoldsEvenIfTheWorkEndedWhileItWasAsked() {
    script.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("3 tables done");
      session.press(KeyType.Escape).await("Leave pgstow?");
      script.gate.countDown();
      session.await("✓ compare").type("y");
      assertEquals("left", assertThrows(Failure.class, session::result).ident());
      assertFalse(script.committed.get());
      assertTrue(script.closed.get());
    }
  }

  @Test
  void workThatEndedWhileItWasAskedWhetherToLeaveIsUsedByThoseWhoStay() {
    script.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("3 tables done");
      session.press(KeyType.Escape).await("Leave pgstow?");
      script.gate.countDown();
      session.await("✓ compare").type("n").await("Exported demo-crm");
      assertTrue(script.committed.get());
    }
  }

  @ParameterizedTest
  @CsvSource({"F1, Keys", "Escape, Leave pgstow?"})
  void aFirstCtrlCClosesWhatIsOpenOverTheWorkAndWaitsUntilItHasCleanedUp(KeyType key, String over) {
    FakeScript slow =
        new FakeScript() {
          @Override
          public void cancel() {}
        };
    slow.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = toReview(slow)) {
      session.press(KeyType.Enter).await("3 tables done").press(key).await(over);
      session.ctrl('c').await("Stopping");
      assertFalse(session.text().contains(over), session.text());
      slow.gate.countDown();
      assertEquals(ExitCode.INTERRUPTED, assertThrows(Failure.class, session::result).exitCode());
      assertTrue(slow.closed.get());
      assertFalse(slow.committed.get());
    }
  }

  @Test
  void workIsSeenToGoOnWhileItIsAskedWhetherToLeave() {
    script.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("3 tables done");
      session.press(KeyType.Escape).await("Leave pgstow?");
      session.pass(Duration.ofSeconds(7));
      session.await("00:07").await("Leave pgstow?");
    }
  }

  @Test
  void leavingDuringWorkIsDeclined() {
    script.gate = new CountDownLatch(1);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("3 tables done");
      session.press(KeyType.Escape).await("Leave pgstow?").type("y");
      assertEquals(ExitCode.DECLINED, assertThrows(Failure.class, session::result).exitCode());
    }
  }

  @Test
  void whereHandEditsWouldBeLostEnterMeansNo() {
    script.preview = FakePreview.existing(true);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("[ No ]").press(KeyType.Enter);
      assertEquals("overwrite-declined", assertThrows(Failure.class, session::result).ident());
      assertFalse(script.committed.get());
      assertTrue(script.closed.get());
    }
  }

  @Test
  void whereNothingWouldBeLostEnterMeansYes() {
    script.preview = FakePreview.existing(false);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("[ Yes ]").press(KeyType.Enter).await("Exported");
      assertTrue(script.committed.get());
    }
  }

  @Test
  void backFromThePreviewLeadsToTheReviewAndDropsWhatWasStaged() {
    script.preview = FakePreview.existing(true);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("[ No ]").press(KeyType.ReverseTab);
      session.await("Start the export");
      assertTrue(script.closed.get());
      assertFalse(script.committed.get());
    }
  }

  @Test
  void theYesFlagSkipsThePreview() {
    script.preview = FakePreview.existing(true);
    script.overwrite = Optional.of(true);
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Enter).await("Exported demo-crm");
    }
  }

  @Test
  void anAnswerByFlagSkipsItsQuestionUnlessItIsWrong() {
    script.given =
        Answers.none()
            .with("database", "demo", Origin.FLAG)
            .with("database-id", "pets", Origin.FLAG)
            .with("author", "", Origin.FLAG)
            .with("schemas", List.of("nowhere"), Origin.FLAG);
    try (Session<ExportResult> session = Session.of(script).await("An author is needed.")) {
      session.type("Ada").press(KeyType.Enter).await("Extension name");
      session.press(KeyType.Enter).await("Meta extension name");
      session.press(KeyType.Enter).await("--schemas: there is no nowhere here.");
      session.press(KeyType.Enter).await("Start the export").press(KeyType.Enter);
      session.await("Exported");
      assertEquals(Optional.of("b11"), used.get().text("database-id"));
    }
  }

  @Test
  void aFlagMayUseAnotherNameOrCaseWhereItIsClearWhatIsMeant() {
    script.schemas =
        List.of(
            new Choice("pets-app", "pets-app", List.of("app", "1 table"), List.of("app")),
            FakeScript.schema("pets-jobs", "jobs", 2));
    script.given =
        Answers.none()
            .with("database", "demo", Origin.FLAG)
            .with("database-id", "B11", Origin.FLAG)
            .with("author", "Ada", Origin.FLAG)
            .with("extension-name", "pets", Origin.FLAG)
            .with("meta-extension-name", "pets-meta", Origin.FLAG)
            .with("schemas", List.of("app"), Origin.FLAG);
    try (Session<ExportResult> session = Session.of(script).await("Start the export")) {
      session.press(KeyType.Enter).await("Exported");
      assertEquals(Optional.of("b11"), used.get().text("database-id"));
      assertEquals(Optional.of(List.of("pets-app")), used.get().list("schemas"));
    }
  }

  @Test
  void aFlagThatSeveralAreCalledByAsks() {
    script.databases =
        List.of(new Choice("1", "twin", List.of()), new Choice("2", "twin", List.of()));
    script.given = Answers.none().with("database", "twin", Origin.FLAG);
    try (Session<ExportResult> session = Session.of(script)) {
      session.await("--database twin: 2 entries are called that.");
      session.press(KeyType.ArrowDown, KeyType.Enter).await("Select database_id");
    }
  }

  @Test
  void anyLineOfTheReviewCanBeChangedAndWhatFollowsFromItDoes() {
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.Home).press(KeyType.ArrowDown, KeyType.ArrowDown, KeyType.ArrowDown);
      session.press(KeyType.Enter).await("Extension name");
      session.ctrl('u').type("crm").press(KeyType.Enter).await("Start the export");
      assertTrue(session.line("Meta extension").contains("crm-service"));
    }
  }

  @Test
  void optionsOfTheReviewBecomeAnswers() {
    try (Session<ExportResult> session = toReview(script)) {
      session.press(KeyType.ArrowUp).type(" ").press(KeyType.End, KeyType.Enter);
      session.await("Exported");
      assertEquals(Optional.of(List.of()), used.get().list("extra-tables"));
    }
  }

  @Test
  void tickingActsOnWhatTheFilterShows() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.Enter).await("Select database_id");
      session.press(KeyType.Enter).await("Project author").press(KeyType.Enter);
      session.await("Extension name").press(KeyType.Enter).await("Meta extension name");
      session.press(KeyType.Enter).await("5 of 5 chosen");
      session.type("/public").press(KeyType.Enter).type("a").await("2 of 5 chosen, 3 shown");
      session.press(KeyType.Escape).type("aa").await("Tick at least one schema.");
      session.press(KeyType.Enter).await("Tick at least one schema.");
      session.type("u").await("An unticked schema is kept");
    }
  }

  @Test
  void pastedTextGoesInAsOneLine() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.Enter).await("Select database_id");
      session.press(KeyType.Enter).await("Project author").ctrl('u');
      session.send(new TypedText("\nGrace \u001b[2JHopper\nsecond"));
      assertEquals(" › Grace [2JHopper", session.line("›"));
    }
  }

  @Test
  void aServerThatCanNotBeReachedIsAskedForInItsOwnWords() {
    script.refuse = 1;
    try (Session<ExportResult> session = Session.of(script).await("Connection refused")) {
      session.press(KeyType.Tab).ctrl('u').type("99999").await("up to 65535");
      session.ctrl('u').type("5433").press(KeyType.Enter).await("Select a database");
      assertTrue(session.text().contains("localhost:5433"));
    }
  }

  @Test
  void theConnectionCanBeChangedOnRequest() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.type("c").await("How to reach the server").press(KeyType.Escape);
      session.await("Select a database").type("c").await("How to reach the server");
      session.ctrl('u').type("db.example").press(KeyType.Enter).await("Select a database");
      assertTrue(session.text().contains("postgres@db.example:5432"));
    }
  }

  @Test
  void aPasswordIsNotShown() {
    script.refuse = 1;
    try (Session<ExportResult> session = Session.of(script).await("Connection refused")) {
      session.press(KeyType.Tab, KeyType.Tab, KeyType.Tab).type("hunter2");
      assertTrue(session.line("Password").contains("*******"));
      session.press(KeyType.Tab);
      assertFalse(session.text().contains("hunter2"));
    }
  }

  @Test
  void aServerThatTakesItsTimeIsWaitedForAndCanBeGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    FakeScript slow =
        new FakeScript() {
          @Override
          public String connect(SourceFields fields) {
            try {
              never.await();
            } catch (InterruptedException e) {
              throw Failure.failed("stopped", "stopped", "");
            }
            return "";
          }
        };
    try (Session<ExportResult> session = Session.of(slow).await("Connecting to")) {
      session.press(KeyType.Escape).await("Stopped waiting");
      assertTrue(slow.cancelled.get());
      session.press(KeyType.Enter).await("Connecting to").ctrl('c');
      assertEquals(ExitCode.INTERRUPTED, assertThrows(Failure.class, session::result).exitCode());
    }
  }

  @Test
  void ctrlCOverTheHelpStopsWhatIsWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);
    FakeScript slow =
        new FakeScript() {
          @Override
          public Review review(Answers answers) {
            try {
              never.await();
            } catch (InterruptedException e) {
              throw Failure.failed("stopped", "stopped", "");
            }
            return super.review(answers);
          }
        };
    try (Session<ExportResult> session = Session.of(slow).await("Select a database")) {
      session.press(KeyType.Enter).await("Select database_id");
      session.press(KeyType.Enter).await("Project author").press(KeyType.Enter);
      session.await("Extension name").press(KeyType.Enter).await("Meta extension name");
      session.press(KeyType.Enter).await("chosen").press(KeyType.Enter);
      session.await("Putting the review together").press(KeyType.F1).await("Keys").ctrl('c');
      assertEquals(ExitCode.INTERRUPTED, assertThrows(Failure.class, session::result).exitCode());
      assertTrue(slow.cancelled.get());
    }
  }

  @Test
  void whatFailsCanBeTriedAgain() {
    AtomicReference<Boolean> fails = new AtomicReference<>(true);
    FakeScript flaky =
        new FakeScript() {
          @Override
          public Review review(Answers answers) {
            if (fails.getAndSet(false)) {
              throw Failure.failed("no-review", "permission denied for schema x", "Grant it.");
            }
            return super.review(answers);
          }
        };
    try (Session<ExportResult> session = Session.of(flaky).await("Select a database")) {
      session.press(KeyType.Enter).await("Select database_id");
      session.press(KeyType.Enter).await("Project author").press(KeyType.Enter);
      session.await("Extension name").press(KeyType.Enter).await("Meta extension name");
      session.press(KeyType.Enter).await("chosen").press(KeyType.Enter);
      session.await("permission denied for schema x").await("Grant it.");
      session.press(KeyType.Enter).await("Start the export");
    }
  }

  @Test
  void aFailedExportLeadsBackToTheReview() {
    FakeScript failing =
        new FakeScript() {
          @Override
          public StagedExport stage(Answers answers, ProgressListener listener) {
            throw Failure.failed("lock", "another export holds the lock", "Wait for it.");
          }
        };
    try (Session<ExportResult> session = toReview(failing)) {
      session.press(KeyType.Enter).await("another export holds the lock");
      session.press(KeyType.Enter).await("Start the export").press(KeyType.Enter);
      session.await("another export holds the lock").press(KeyType.Tab, KeyType.Enter);
      assertEquals("lock", assertThrows(Failure.class, session::result).ident());
    }
  }

  @Test
  void resizingKeepsEverythingAndSaysWhenTheWindowIsTooSmall() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.ArrowDown).resize(59, 18).await("pgstow needs 60x18");
      session.resize(200, 60).await("Select a database");
      assertTrue(session.line("›").contains("shop"));
    }
  }

  @Test
  void keysDoNothingWhileTheWindowIsTooSmallToSeeWhat() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.resize(59, 18).await("pgstow needs 60x18").ctrl('l').type("/x");
      session.press(KeyType.ArrowDown, KeyType.Enter, KeyType.F1, KeyType.Escape).click(3, 7);
      session.resize(80, 24).await("Select a database");
      assertTrue(session.line("›").contains("demo"), session.text());
      session.resize(59, 18).await("pgstow needs 60x18").ctrl('c');
      assertEquals(ExitCode.INTERRUPTED, assertThrows(Failure.class, session::result).exitCode());
    }
  }

  @Test
  void aListOfOneIsShownPreselected() {
    script.databases = List.of(new Choice("only", "only", List.of()));
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      assertTrue(session.line("›").contains("only"));
    }
  }

  @Test
  void altLeftAndF3GoBackToo() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.Enter).await("Select database_id");
      session.send(new KeyStroke(KeyType.ArrowLeft, false, true)).await("Select a database");
      session.press(KeyType.Enter).await("Select database_id");
      session.press(KeyType.F3).await("Select a database");
    }
  }

  @Test
  void theEndOfInputIsAHangUp() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.press(KeyType.EOF);
      assertEquals(ExitCode.HUNG_UP, assertThrows(Failure.class, session::result).exitCode());
    }
  }
}
