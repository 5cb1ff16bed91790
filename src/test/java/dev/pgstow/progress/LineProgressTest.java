package dev.pgstow.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LineProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static void work(ProgressListener listener) {
    listener.on(new ProgressEvent.PhaseStarted(Phase.METADATA, OptionalLong.of(2)));
    listener.on(new ProgressEvent.TableStarted("a.b", OptionalLong.of(10_000)));
    listener.on(new ProgressEvent.TableAdvanced("a.b", 10_000, 5));
    listener.on(new ProgressEvent.TableFinished("a.b", 10_000, 5, Duration.ofMillis(100)));
    listener.on(new ProgressEvent.Warning("odd\u001b[1m"));
    listener.on(new ProgressEvent.PhaseAdvanced(Phase.METADATA, 2, 5));
  }

  @Test
  void aLineForEveryPhaseAndLargeTable() {
    LineProgress progress = new LineProgress(out, false);
    work(progress);
    progress.on(new ProgressEvent.PhaseFinished(Phase.METADATA, 2, Duration.ofMillis(1_234)));
    assertEquals(
        "  a.b: 10,000 rows (0.1 s)\nwarning: odd\\u{1b}[1m\nmetadata: 2 (1.2 s)\n", printed());
  }

  @Test
  void theBarNeverShowsAHundredPercentBeforeTheEnd() {
    BarProgress bar = new BarProgress(out);
    work(bar);
    assertFalse(printed().contains("100 %"), printed());
    bar.on(new ProgressEvent.PhaseFinished(Phase.METADATA, 2, Duration.ofMillis(1_234)));
    bar.close();
    assertTrue(printed().contains("✓ metadata"), printed());
    assertFalse(printed().contains("\u001b[1m"));
  }
}
