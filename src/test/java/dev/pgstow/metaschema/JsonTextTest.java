package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  /** Shows what each text stands under, and renames keys and the text {@code old}. */
  private static final class Spy implements ValueRenamer {
    private final List<String> seen = new ArrayList<>();

    @Override
    public String text(String column, String value) {
      seen.add(column + "=" + value);
      return value.replace("old", "new");
    }

    @Override
    public String key(String key) {
      return key.replace("old", "new");
    }
  }

  private final Spy spy = new Spy();

  @Test
  void textsAreGivenWithTheKeyTheyStandUnder() {
    JsonText.compact(
        "[\"a\", {\"k\": [\"b\", {\"l\": \"c\"}, \"d\"], \"m\": \"e\"}, \"f\"]", "col", spy);
    assertEquals(List.of("col=a", "k=b", "l=c", "k=d", "m=e", "col=f"), spy.seen);
    assertEquals("\"a\" ] \"b\"", JsonText.verbatim("\"a\" ] \"b\"", "col", spy));
    assertEquals("\"a\",\"b\"", JsonText.compact("\"a\" , \"b\"", "col", spy));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\" :\t1.0,\n\"a\":\r1e5}",
        "\"\\u00e9 \\/ \\b\"",
        "\"cut",
        "\"cut\\",
        "\"\\",
        "\"",
        "",
        "{\"old"
      })
  void whatIsNotRenamedStaysAsItStands(String json) {
    assertEquals(json, JsonText.verbatim(json, "c", ValueRenamer.none()));
  }

  @Test
  void whiteSpaceBetweenTokensIsLeftOutOfCompactText() {
    assertEquals(
        "{\"a b\":[1,\" \",true]}",
        JsonText.compact("\t{ \"a b\" :\n[1,\r\" \", true ] } ", "c", ValueRenamer.none()));
    assertEquals("{\"new\"\t\n\r :1}", JsonText.verbatim("{\"old\"\t\n\r :1}", "c", spy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "\"\\b\\f\\n\\r\\t old\"|\"\\b\\f\\n\\r\\t new\"",
        "\"\\\"\\\\\\/ old\"|\"\\\"\\\\/ new\"",
        "\"\\u0001\\u001f\\u0020\\u00e9 old\"|\"\\u0001\\u001f \u00e9 new\"",
        "\"\\u006fld\"|\"new\"",
        "\"\\ud83d\\ude00 old\"|\"\ud83d\ude00 new\"",
        "\"\\ud83d old\"|\"\\ud83d new\"",
        "\"old \\ud83d\"|\"new \\ud83d\"",
        "\"\\ude00 old\"|\"\\ude00 new\"",
        "\"old\\\"|\"new\\\\\"",
        "\"old \\ude00\"|\"new \\ude00\"",
      })
  void textsThatAreRenamedMeanTheSameOtherwise(String json, String renamed) {
    assertEquals(renamed, JsonText.verbatim(json, "c", spy));
  }
}
