package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayTextTest {

  @Test
  void elementsAreTakenOutOfTheirQuotes() {
    assertEquals(List.of(), ArrayText.elements("{}"));
    assertEquals(
        Arrays.asList("a", "b c", null, "NULL", "", "say \"hi\\", "{x},"),
        ArrayText.elements("{a,\"b c\",NULL,\"NULL\",\"\",\"say \\\"hi\\\\\",\"{x},\"}"));
    assertEquals(List.of("a", "b"), ArrayText.elements("[0:1]={a,b}"));
    assertEquals(Arrays.asList(null, "nulls", "nul"), ArrayText.elements("{null,nulls,nul}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{a,b|a;b",
        "{a|a",
        "{\"a\"|a",
        "{a,|a",
        "{\"a\\b|a\\",
        "{\"a\\\\b\"|a\\b",
        "{a}b,c|a",
      })
  void whatIsCutOffGivesTheElementsThereAre(String array, String elements) {
    assertEquals(List.of(elements.split(";", -1)), ArrayText.elements(array));
  }

  @Test
  void elementsAreWrittenAsArrayOutDoes() {
    assertEquals("{}", ArrayText.format(List.of()));
    assertEquals(
        "{a,\"b c\",NULL,\"null\",\"\",\"say \\\"hi\\\\\",\"{\",\"}\",\"a,b\",a;b}",
        ArrayText.format(
            Arrays.asList("a", "b c", null, "null", "", "say \"hi\\", "{", "}", "a,b", "a;b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\n", "\r", "\u000b", "\f", " ", "\"", "\\"})
  void whiteSpaceAndQuotesNeedQuotes(String sign) {
    List<String> elements = List.of("a" + sign, sign + "a");
    String array = ArrayText.format(elements);
    assertTrue(array.startsWith("{\"") && array.endsWith("\"}"), array);
    assertEquals(elements, ArrayText.elements(array));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no array|no array",
        "{}|{}",
        "{a,\"b c\",NULL}|{A,\"B C\",NULL}",
        "{\"a\\\\b\"}|{\"A\\\\B\"}",
        "[0:1][2:2]={{a},{\"b,c\"}}|[0:1][2:2]={{A},{\"B,C\"}}",
        "{a\\,b,c}|{\"A\\\\,B\",C}",
        "{a,b|{A,B",
      })
  void eachElementIsReplacedAndTheShapeStays(String array, String mapped) {
    assertEquals(mapped, ArrayText.map(array, element -> element.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{NULL}",
        "{null}",
        "{a,Null}",
        "{NULL,a}",
        "{{NULL},{a}}",
        "{a;NULL;b}",
        "{\"a\",NULL}",
        "{\"NULL\",NULL}",
        "[0:1]={NULL,1}",
        "{a:NULL}",
        "{\"N\\\"\",nULL}",
      })
  void nullsAreFoundWhateverTheDelimiter(String array) {
    assertTrue(ArrayText.hasNull(array));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{a}",
        "{\"NULL\"}",
        "{NULLS}",
        "{XNULL}",
        "{NUL}",
        "NULL",
        "{NULL",
        "N",
        "n}",
        "{\"a\\\",NULL,\"}",
        "{NOPE}",
        "{ NULL }",
        "{\",NULL,\"}",
      })
  void textThatOnlyLooksLikeNullIsNone(String array) {
    assertFalse(ArrayText.hasNull(array));
  }
}
