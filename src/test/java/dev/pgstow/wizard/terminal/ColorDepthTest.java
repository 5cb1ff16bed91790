package dev.pgstow.wizard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorDepthTest {

  @ParameterizedTest
  @CsvSource({
    "xterm, '', ANSI_16",
    "xterm-256color, '', INDEXED_256",
    "xterm-256color, truecolor, TRUE_COLOR",
    "vt100, '', NONE",
    "dumb, truecolor, NONE",
    "linux, '', ANSI_16",
    "xterm-kitty, '', INDEXED_256"
  })
  void followsTermAndColorterm(String term, String colorTerm, ColorDepth depth) {
    assertEquals(depth, ColorDepth.of(Map.of("TERM", term, "COLORTERM", colorTerm)));
  }

  @Test
  void noColorWinsUnlessEmpty() {
    assertEquals(
        ColorDepth.NONE,
        ColorDepth.of(Map.of("TERM", "xterm", "COLORTERM", "truecolor", "NO_COLOR", "1")));
    assertEquals(ColorDepth.ANSI_16, ColorDepth.of(Map.of("TERM", "xterm", "NO_COLOR", "")));
  }
}
