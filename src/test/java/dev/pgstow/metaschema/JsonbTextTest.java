package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonbTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"b": 1, "a": [null]} | {"a":[null],"b":1}   | true
          {"a": 2}              | {"a": 1, "a": 2}     | true
          [1.0, 1000]           | [1, 1e3]             | true
          "\\u0061"             | "a"                  | true
          {"a": 1}              | {"a": 2}             | false
          {"a": 1}              | {"a": "1"}           | false
          ["1"]                 | [1]                  | false
          [1, 2]                | [2, 1]               | false
          0.1                   | 0.10000000000000001  | false
          12345678901234567890  | 12345678901234567891 | false
          {"a": 1}              | {"a": 1              | false
          not json              | not json             | false
          """)
  void valuesAreComparedNotTexts(String one, String other, boolean same) {
    assertEquals(same, JsonbText.isSame(one, other));
    assertEquals(same, JsonbText.isSame(other, one));
  }
}
