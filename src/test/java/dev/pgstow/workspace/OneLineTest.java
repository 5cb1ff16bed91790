package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void whatBreaksOrReordersALineIsASpace() {
    assertEquals("a b c", OneLine.of(" a\r\n\tb\u0085\u2028\u202e\u009b c\u0000"));
    assertEquals("a b", OneLine.of("a\u200b\ufeff\u2066b"));
  }

  @Test
  void joinersStay() {
    assertEquals("می\u200cخواهم 👩\u200d👧", OneLine.of("می\u200cخواهم 👩\u200d👧"));
  }
}
