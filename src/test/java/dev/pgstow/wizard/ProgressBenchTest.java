package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the board costs. It is drawn every 100 ms, and engines tell of a phase or a table every 50
 * ms at most: so 3 ms of processor time a frame, its events included, are 3 % of one core.
 */
@Tag("bench")
class ProgressBenchTest {
  private static final int FRAMES = 1_000;
  private static final int TABLES = 60;

  @Test
  void theBoardTakesLessThanThreePercentOfACore() throws IOException {
    DefaultVirtualTerminal terminal = new DefaultVirtualTerminal(new TerminalSize(200, 60));
    TerminalScreen screen = new TerminalScreen(terminal);
    screen.startScreen();
    Theme theme = Theme.of(ColorDepth.TRUE_COLOR, true);
    Canvas canvas = new Canvas(screen, new Ink(theme), theme.glyphs());
    Chrome chrome = new Chrome("export", "server", List.of("database", "export"), 1);
    long[] millis = {0};
    InstantSource clock = () -> Instant.ofEpochMilli(millis[0]);
    CountDownLatch forever = new CountDownLatch(1);
    Console console =
        new Console(new DefaultVirtualTerminal(), () -> waitFor(forever), () -> {}, true);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (Ui ui = new Ui(console, theme)) {
      ProgressBoard board = new ProgressBoard(clock);
      ProgressView<String> view = new ProgressView<>(ui, "Exporting", board, clock, () -> {});
      board.on(new ProgressEvent.PhaseStarted(Phase.METADATA, OptionalLong.of(TABLES)));
      long start = 0;
      for (int frame = 0; frame < 2 * FRAMES; frame++) {
        if (frame == FRAMES) {
          start = threads.getCurrentThreadCpuTime();
        }
        millis[0] += 100;
        String table = "schema.table_" + frame % TABLES;
        board.on(new ProgressEvent.TableStarted(table, OptionalLong.of(50_000)));
        board.on(new ProgressEvent.TableAdvanced(table, frame * 9L, frame * 900L));
        board.on(new ProgressEvent.TableAdvanced(table, frame * 10L, frame * 1_000L));
        board.on(new ProgressEvent.PhaseAdvanced(Phase.METADATA, frame % TABLES, frame * 1_000L));
        Frame.draw(canvas, chrome, view);
        screen.refresh(RefreshType.DELTA);
      }
      double frame = (threads.getCurrentThreadCpuTime() - start) / 1e6 / FRAMES;
      System.out.printf("a frame of the progress board, 200x60: %.2f ms%n", frame);
      assertTrue(frame < 3, frame + " ms");
    } finally {
      forever.countDown();
    }
  }

  private static KeyStroke waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new KeyStroke(KeyType.EOF);
  }
}
