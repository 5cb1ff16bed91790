package dev.pgstow.wizard;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every step, in each size class, with colour and without, as it looks. */
class GoldenScreensTest {
  private static final Path SCREENS = Path.of("src/test/resources/screens");
  private static final Path ASSETS = Path.of("assets");

  /** Which of them are the README's pictures. */
  private static final String README = ".80x24.colour.txt";

  private Session<ExportResult> session;
  private String suffix;
  private boolean colour;
  private @Nullable ScreenRecording recording;

  @ParameterizedTest
  @CsvSource({
    "60, 18, NONE", "80, 24, NONE", "200, 60, NONE",
    "60, 18, TRUE_COLOR", "80, 24, TRUE_COLOR", "200, 60, TRUE_COLOR"
  })
  void theWholeWayLooksAsKept(int columns, int rows, ColorDepth depth) {
    FakeScript script = new FakeScript();
    script.refuse = 1;
    script.preview = FakePreview.existing(true);
    script.gate = new CountDownLatch(1);
    colour = depth != ColorDepth.NONE;
    suffix = "." + columns + "x" + rows + (colour ? ".colour" : ".mono") + ".txt";
    try (Session<ExportResult> opened =
        new Session<>(columns, rows, depth, wizard -> wizard.run(script).orElseThrow())) {
      session = opened;
      session.await("Is the server running");
      keep("01-connection");
      recording = new ScreenRecording(new TerminalSize(columns, rows));
      session.press(KeyType.Enter).await("plain");
      keep("02-database");
      session.press(KeyType.Enter).await("31 actions");
      keep("03-database-id");
      session.press(KeyType.Enter).await("Project author");
      keep("04-author");
      session.press(KeyType.Enter).await("Extension name").type("!").await("A name begins");
      keep("05-name-refused");
      session.press(KeyType.Backspace, KeyType.Enter).await("Meta extension name");
      session.press(KeyType.Enter).await("chosen").press(KeyType.ArrowDown).type(" ");
      keep("06-schemas");
      picture("wizard-schemas");
      session.type("/app-pri");
      keep("07-schemas-filtered");
      session.press(KeyType.Escape).type("?").await("On this screen");
      keep("08-help");
      session.press(KeyType.Escape).press(KeyType.Escape).await("Leave pgstow?");
      keep("09-leave");
      session.type("n").press(KeyType.Enter).await("Start the export");
      keep("10-review");
      session.press(KeyType.Enter).await("3 tables done");
      session.pass(Duration.ofSeconds(7));
      session.await("00:07").await("1,200");
      keep("11-progress");
      picture("wizard-progress");
      script.gate.countDown();
      session.await("Overwrite demo-crm");
      keep("12-overwrite");
      picture("wizard-overwrite");
      session.press(KeyType.ArrowDown, KeyType.Enter).await("@@");
      keep("13-diff");
      session.press(KeyType.Escape).type("y").await("Exported demo-crm");
      keep("14-result");
      if (suffix.equals(README)) {
        Golden.check(ASSETS.resolve("wizard.svg"), recording.svg());
      }
    }
  }

  private void keep(String name) {
    String text = session.text() + (colour ? "--\n" + Golden.styles(session.screen()) : "");
    Golden.check(SCREENS.resolve(name + suffix), text);
    if (recording != null) {
      recording.add(session.screen());
    }
  }

  /** The README's pictures are these screens, so they can't show what is not there. */
  private void picture(String name) {
    if (suffix.equals(README)) {
      Golden.check(ASSETS.resolve(name + ".svg"), ScreenPicture.svg(session.screen()));
    }
  }
}
