package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypeAheadTest {
  private final CountDownLatch gate = new CountDownLatch(1);

  private void waitAtGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw Failure.failed("stopped", "stopped", "");
    }
  }

  private final FakeScript slowToConnect =
      new FakeScript() {
        @Override
        public String connect(SourceFields fields) {
          waitAtGate();
          return super.connect(fields);
        }
      };

  private final FakeScript slowToConfirm =
      new FakeScript() {
        @Override
        public List<Confirmation> confirmations(Answers answers) {
          waitAtGate();
          return List.of(new Confirmation("drop", "--drop", "Drop everything?", true));
        }
      };

  @Test
  void whatIsTypedWhileAScreenWaitsIsForTheNext() {
    try (Session<ExportResult> session = Session.of(slowToConnect).await("Connecting to")) {
      session.press(KeyType.ArrowDown, KeyType.Enter, KeyType.Enter).ctrl('u').type("Grace");
      gate.countDown();
      session.await("Project author");
      assertEquals(" › Grace", session.line("›"));
      session.press(KeyType.Enter).await("Extension name");
      assertTrue(session.line("›").contains("webshop"));
    }
  }

  @Test
  void escapeTakesItBack() {
    try (Session<ExportResult> session = Session.of(slowToConnect).await("Connecting to")) {
      session.press(KeyType.Enter, KeyType.Escape).await("Stopped waiting");
      gate.countDown();
      session.press(KeyType.Enter).await("Select a database");
    }
  }

  @Test
  void aQuestionThatMattersIsNotAnsweredAhead() {
    try (Session<ExportResult> session = Session.of(slowToConfirm).await("Select a database")) {
      session.press(KeyType.Enter).await("Select database_id");
      session.press(KeyType.Enter).await("Project author").press(KeyType.Enter);
      session.await("Extension name").press(KeyType.Enter).await("Meta extension name");
      session.press(KeyType.Enter).await("chosen").press(KeyType.Enter).await("Start the export");
      session.press(KeyType.Enter).await("Checking").press(KeyType.Enter).type("y");
      gate.countDown();
      session.await("Drop everything?");
      assertEquals(0, slowToConfirm.staged.get());
      session.type("y").await("Exported demo-crm").press(KeyType.Enter);
      assertTrue(session.result().rows().size() > 1);
    }
  }

  private enum Matters {
    CONFIRMATION,
    OVERWRITE,
    RESULT,
    LEAVE;

    View<?> view(Ui ui) {
      return switch (this) {
        case CONFIRMATION -> NoticeView.confirm("Really?", true);
        case OVERWRITE ->
            OverwriteView.question(
                ui,
                new Work(ui, java.time.InstantSource.system(), () -> {}),
                FakePreview.existing(false).preview());
        case RESULT -> {
          FakeScript script = new FakeScript();
          ExportResult result = script.stage(Answers.none(), event -> {}).result();
          yield new ResultView(result, script.summary(Answers.none(), result), false, false);
        }
        case LEAVE -> new LeaveView(ui);
      };
    }
  }

  /** As when the drawing thread is late: the key is older than the screen it would be for. */
  private Session<Boolean> late(Matters what) {
    return new Session<>(
        80,
        24,
        ColorDepth.NONE,
        wizard -> {
          waitAtGate();
          wizard.ui().show(what.view(wizard.ui()));
          return true;
        });
  }

  @ParameterizedTest
  @EnumSource
  void aKeyThatIsOlderThanTheQuestionIsNoAnswer(Matters what) {
    try (Session<Boolean> session = late(what)) {
      session.sendAhead(KeyType.Enter);
      gate.countDown();
      session.await("? help");
      assertTrue(session.text().contains("? help"), session.text());
      session.press(KeyType.Enter);
      assertTrue(session.result());
    }
  }

  @Test
  void theEndOfInputIsNeverTooEarly() {
    try (Session<Boolean> session = late(Matters.CONFIRMATION)) {
      session.sendAhead(KeyType.EOF);
      gate.countDown();
      assertEquals(ExitCode.HUNG_UP, assertThrows(Failure.class, session::result).exitCode());
    }
  }
}
