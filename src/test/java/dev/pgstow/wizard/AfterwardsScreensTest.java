package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proving and deploying, in each size class, with colour and without, as they look. */
class AfterwardsScreensTest {
  private static final Path SCREENS = Path.of("src/test/resources/screens");
  private static final Path ASSETS = Path.of("assets");

  private final FakeAfter after = new FakeAfter();

  @ParameterizedTest
  @CsvSource({
    "60, 18, NONE", "80, 24, NONE", "200, 60, NONE",
    "60, 18, TRUE_COLOR", "80, 24, TRUE_COLOR", "200, 60, TRUE_COLOR"
  })
  void whatComesAfterAnExportLooksAsKept(int columns, int rows, ColorDepth depth) {
    FakeScript script = new FakeScript();
    script.after = Optional.of(after);
    script.given =
        Answers.none()
            .with("database", "demo", Origin.FLAG)
            .with("database-id", "pets", Origin.FLAG)
            .with("author", "Ada", Origin.FLAG)
            .with("extension-name", "demo-crm", Origin.FLAG)
            .with("meta-extension-name", "demo-crm-service", Origin.FLAG)
            .with("schemas", List.of(script.schemas.get(0).value()), Origin.FLAG);
    boolean colour = depth != ColorDepth.NONE;
    String suffix = "." + columns + "x" + rows + (colour ? ".colour" : ".mono") + ".txt";
    try (Session<ExportResult> session =
        new Session<>(columns, rows, depth, wizard -> wizard.run(script).orElseThrow())) {
      session.await("Start the export").press(KeyType.Enter).await("Exported demo-crm");
      after.gate = new CountDownLatch(1);
      session.type("p").await("14 of 30");
      keep(session, "15-proving", suffix);
      picture(session, "wizard-proving", suffix);
      after.gate.countDown();
      session.await("Proved");
      keep(session, "16-proved", suffix);
      after.differences = 30;
      session.press(KeyType.Enter).await("Exported").type("p").await("Not proved");
      keep(session, "17-not-proved", suffix);
      session.press(KeyType.Enter).await("Exported").type("d").await("Deploy to…");
      keep(session, "18-deploy-to", suffix);
      session.press(KeyType.Enter).await("Deploy 61 changes");
      keep(session, "19-deploy-what", suffix);
      after.gate = new CountDownLatch(1);
      session.type("y").await("14 of 30");
      keep(session, "20-deploying", suffix);
      after.gate.countDown();
      session.await("Deployed 61 changes");
      keep(session, "21-deployed", suffix);
      after.fails = true;
      session.press(KeyType.Enter).await("Exported").type("d").await("Deploy to…");
      session.press(KeyType.Enter).await("Deploy 61 changes").type("y").await("Could not deploy");
      keep(session, "22-deploy-failed", suffix);
    }
  }

  private static void keep(Session<?> session, String name, String suffix) {
    String styles = suffix.contains("colour") ? "--\n" + Golden.styles(session.screen()) : "";
    Golden.check(SCREENS.resolve(name + suffix), session.text() + styles);
  }

  private static void picture(Session<?> session, String name, String suffix) {
    if (suffix.equals(".80x24.colour.txt")) {
      Golden.check(ASSETS.resolve(name + ".svg"), ScreenPicture.svg(session.screen()));
    }
  }
}
