package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways beyond the export, in each size class, with colour and without, as they look. */
class DetourScreensTest {
  private static final Path SCREENS = Path.of("src/test/resources/screens");
  private static final Path ASSETS = Path.of("assets");

  private String suffix = "";

  @ParameterizedTest
  @CsvSource({
    "60, 18, NONE", "80, 24, NONE", "200, 60, NONE",
    "60, 18, TRUE_COLOR", "80, 24, TRUE_COLOR", "200, 60, TRUE_COLOR"
  })
  void theOtherWaysLookAsKept(int columns, int rows, ColorDepth depth) {
    boolean colour = depth != ColorDepth.NONE;
    suffix = "." + columns + "x" + rows + (colour ? ".colour" : ".mono") + ".txt";
    FakeDetour dump = FakeDetour.dump();
    FakeDetour adopt = FakeDetour.adopt();
    FakeDetour drift = FakeDetour.drift();
    drift.question = Optional.of(new Ask.Pull("legacy and schema", findings()));
    dump.next = List.of(adopt, drift);
    dump.gate = new CountDownLatch(1);
    dump.question =
        Optional.of(
            new Ask.YesNo(
                "Overwrite 1 file in schema?",
                List.of(
                    "3 new   2 changed   1 removed   420 the same",
                    "Edited by hand since the last dump, and lost with a yes:",
                    "tables/app.orders.sql"),
                false));
    FakeScript script = new FakeScript();
    script.detours = List.of(dump, FakeDetour.data(), drift, adopt);
    try (Session<Boolean> session =
        new Session<>(columns, rows, depth, wizard -> wizard.run(script).isPresent())) {
      session.await("plain").press(KeyType.ArrowDown, KeyType.ArrowDown, KeyType.Enter);
      session.await("Choose another database");
      keep(session, "23-other-ways");
      picture(session, "wizard-other-ways");
      session.press(KeyType.Enter).await("Layout of the files").press(KeyType.Enter);
      session.await("2 of 2 chosen").press(KeyType.Enter).await("[ Write the files ]");
      keep(session, "24-detour-review");
      session.press(KeyType.Enter).await("app.orders");
      session.pass(Duration.ofSeconds(3));
      session.await("00:03");
      keep(session, "25-detour-at-work");
      dump.gate.countDown();
      session.await("Overwrite 1 file");
      keep(session, "26-detour-asks");
      session.type("y").await("Wrote 420 objects");
      keep(session, "27-detour-done");
      session.press(KeyType.ArrowRight, KeyType.ArrowRight, KeyType.Enter);
      session.await("[ Compare ]").press(KeyType.Enter).await("1 undeclared");
      keep(session, "28-drift");
      session.press(KeyType.Enter).await("CREATE TABLE public.hotfix");
      keep(session, "29-drift-diff");
    }
  }

  private static List<DriftFinding> findings() {
    return List.of(
        new DriftFinding(
            DriftFinding.Kind.UNDECLARED,
            "table public.hotfix_overrides",
            "+CREATE TABLE public.hotfix_overrides (\n+    id integer NOT NULL\n+);"),
        new DriftFinding(DriftFinding.Kind.MISSING, "view app.recent_orders", "Not live."),
        new DriftFinding(
            DriftFinding.Kind.CHANGED,
            "table app.orders",
            "@@ -1,2 +1,2 @@\n CREATE TABLE app.orders (\n-    id integer\n+    id bigint"));
  }

  private void keep(Session<?> session, String name) {
    String styles = suffix.contains("colour") ? "--\n" + Golden.styles(session.screen()) : "";
    Golden.check(SCREENS.resolve(name + suffix), session.text() + styles);
  }

  private void picture(Session<?> session, String name) {
    if (suffix.equals(".80x24.colour.txt")) {
      Golden.check(ASSETS.resolve(name + ".svg"), ScreenPicture.svg(session.screen()));
    }
  }
}
