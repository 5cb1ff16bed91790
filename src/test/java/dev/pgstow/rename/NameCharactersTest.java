package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCharactersTest {
  private static final String LETTER_BEYOND_16_BITS = "\ud835\udc00";

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "Z", "0", "_", "$", "é", "\u0301", "日", "\u2160", "\u20dd", "\u0903"})
  void lettersDigitsAndMarksContinueAName(String text) {
    assertTrue(NameCharacters.continues(text, 0, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", ".", "\"", "-", "—", "\u0080", "\ud835"})
  void othersDoNot(String text) {
    assertFalse(NameCharacters.continues(text, 0, 0, 1));
    assertFalse(NameCharacters.continues("x" + text + "x", 1, 1, 2));
  }

  @Test
  void aHyphenDoesNextToALetter() {
    assertTrue(NameCharacters.continues("-a", 0, 0, 2));
    assertTrue(NameCharacters.continues("a- ", 1, 0, 3));
    assertFalse(NameCharacters.continues("a--b", 1, 1, 3));
    assertFalse(NameCharacters.continues("-\u0080", 0, 0, 2));
  }

  @Test
  void halfALetterOutsideTheBoundsCountsForNothing() {
    assertTrue(NameCharacters.continues(LETTER_BEYOND_16_BITS, 1, 0, 2));
    assertFalse(NameCharacters.continues(LETTER_BEYOND_16_BITS, 1, 1, 2));
  }

  @ParameterizedTest
  @CsvSource({"'a.b', 1", "'a-b c', 3", "'ab', 2", "'é', 1", "'a\u0080', 1", "'a- b', 2", "'.', 0"})
  void aRunEndsWhereANameDoes(String text, int end) {
    assertEquals(end, NameCharacters.runEnd(text, 0, 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "\"", "\\", "é", "٣", "%I", "%1"})
  void namesStartSo(String text) {
    assertTrue(NameCharacters.startsName(text, 0, text.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "9", " ", ".", "%", "%%", "-", "$", ""})
  void namesDoNotStartSo(String text) {
    assertFalse(NameCharacters.startsName(text, 0, text.length()));
    assertFalse(NameCharacters.startsName("a" + text, 1, text.length() + 1));
  }

  @Test
  void namesDoNotStartBehindTheBound() {
    assertFalse(NameCharacters.startsName("a\"", 1, 1));
    assertFalse(NameCharacters.startsName("%I", 0, 1));
  }
}
