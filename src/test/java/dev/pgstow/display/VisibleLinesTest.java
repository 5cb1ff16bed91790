package dev.pgstow.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleLinesTest {
  @Test
  void lineBreaksStayAndNothingElse() {
    assertEquals("a\nb\\u{1b}[1m\n\\u{9}c", Sanitizer.visibleLines("a\nb\u001b[1m\n\tc"));
    assertEquals("\\u{202e}x", Sanitizer.visibleLines("\u202ex"));
  }
}
