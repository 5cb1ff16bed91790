package dev.pgstow.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanitizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "plain name|plain name",
        "\u001b[31m|\\u{1b}[31m",
        "\u009b2J|\\u{9b}2J",
        "a\u202Eb|a\\u{202e}b",
        "a\u2066b|a\\u{2066}b",
        "a\u200Db|a\\u{200d}b",
        "a\u00A0b|a\\u{a0}b",
        "\uD83D!|\\u{d83d}!",
        "\u0301a|\\u{301}a",
        "e\u0301|e\u0301",
        "❤\uFE0F|❤",
        "a\uFE0F|a\\u{fe0f}",
        "\u3164|\\u{3164}",
        "顧客|顧客",
        "שלום|שלום"
      })
  void showsWhatATerminalWouldObeyOrHide(String text, String shown) {
    assertEquals(shown, Sanitizer.visible(text));
  }

  @Property
  void whatComesOutHasNothingToObey(@ForAll("anything") String text) {
    String shown = Sanitizer.visible(text);
    shown
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              assertFalse(
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.UNASSIGNED,
                  () -> "U+" + Integer.toHexString(c));
            });
  }

  @Property
  void sanitizingTwiceChangesNothing(@ForAll("anything") String text) {
    String once = Sanitizer.visible(text);
    assertEquals(once, Sanitizer.visible(once));
  }

  @Property
  void widthIsTheSumOfItsClustersAndCutsKeepToTheirLimit(@ForAll("anything") String text) {
    String shown = Sanitizer.visible(text);
    int sum = 0;
    for (int i = 0; i < shown.length(); i = Graphemes.end(shown, i)) {
      int width = DisplayWidth.ofCluster(shown, i);
      assertFalse(width < 1 || width > 2, shown);
      sum += width;
    }
    assertEquals(sum, DisplayWidth.of(shown));
    for (int columns = 0; columns < 14; columns++) {
      assertFalse(DisplayWidth.of(DisplayWidth.cut(shown, columns)) > columns);
      assertFalse(DisplayWidth.of(DisplayWidth.cutMiddle(shown, columns)) > columns);
      assertEquals(columns, DisplayWidth.of(DisplayWidth.pad(shown, columns)));
    }
  }

  @Provide
  Arbitrary<String> anything() {
    Arbitrary<String> hostile =
        Arbitraries.of(
            "\u001b[2J",
            "\u202e",
            "e\u0301",
            "👩\u200d👧",
            "🇩🇪",
            "🇩",
            "漢字",
            "\uD83D",
            "\uDC00",
            "❤\uFE0F",
            "\u0300\u0301\u0302\u0303\u0304",
            "\u1160",
            "ᄀ\u1161",
            "\u0000",
            "ไทยกำ");
    return Arbitraries.oneOf(hostile, Arbitraries.strings().all().ofMaxLength(6))
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }
}
