package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.pgstow.prompt.Choice;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class ListBenchTest {

  @Test
  void aKeyInAFilteredListOfTenThousandRowsRedrawsWithin16Milliseconds() throws IOException {
    List<Choice> choices =
        IntStream.range(0, 10_000)
            .mapToObj(
                i -> new Choice("" + i, "customer-database-" + i, List.of(i + " MB", "löcal " + i)))
            .toList();
    DefaultVirtualTerminal terminal = new DefaultVirtualTerminal(new TerminalSize(200, 60));
    TerminalScreen screen = new TerminalScreen(terminal);
    screen.startScreen();
    Theme theme = Theme.of(ColorDepth.TRUE_COLOR, true);
    Canvas canvas = new Canvas(screen, new Ink(theme), theme.glyphs());
    Chrome chrome = new Chrome("export", "server", List.of("database", "review"), 0);
    Marks marks = new Marks(message -> {}, choice -> "");
    long[] nanos = new long[400];
    int n = 0;
    while (n < nanos.length) {
      PickView view =
          new PickView("Pick", choices, Optional.empty(), marks, "", new Ways(false, false, false));
      for (char c : "/database-9 9".toCharArray()) {
        long start = System.nanoTime();
        List<Action> possible = view.hints().stream().map(Hint::action).toList();
        Keymap.action(new KeyStroke(c, false, false), possible, view.typing())
            .ifPresentOrElse(view::on, () -> view.type("" + c));
        Frame.draw(canvas, chrome, view);
        screen.refresh(RefreshType.DELTA);
        if (n < nanos.length) {
          nanos[n++] = System.nanoTime() - start;
        }
      }
    }
    Arrays.sort(nanos, 100, nanos.length);
    double median = nanos[100 + 150] / 1e6;
    double worst = nanos[100 + 295] / 1e6;
    System.out.printf(
        "redraw after a key, 10,000 rows, 200x60: median %.1f ms, p98 %.1f ms%n", median, worst);
    assertTrue(worst < 16, worst + " ms");
  }
}
