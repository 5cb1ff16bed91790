package dev.pgstow.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "漢字, 4",
    "한글, 4",
    "ｆ, 2",
    "ｱ, 1",
    "e\u0301, 1",
    "🛒, 2",
    "🇩🇪, 2",
    "🇩, 1",
    "👍🏽, 4",
    "●, 1",
    "…, 1",
    "𝒜, 1",
    "ᄀ\u1161, 2",
    "שלום, 4"
  })
  void countsColumns(String text, int width) {
    assertEquals(width, DisplayWidth.of(text));
  }

  @Test
  void aNameIsCutInItsMiddleSoThatBothEndsTell() {
    assertEquals("demo-c…public", DisplayWidth.cutMiddle("demo-crm-1772-app-public", 13));
    assertEquals("漢字…漢字", DisplayWidth.cutMiddle("漢字漢字漢字漢字", 10));
  }

  @Test
  void aWideCharacterThatDoesNotFitLeavesABlank() {
    assertEquals("漢… ", DisplayWidth.pad("漢字漢字", 4));
  }
}
