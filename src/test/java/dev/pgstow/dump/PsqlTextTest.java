package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsqlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT a[1:"USER"]       | SELECT a[1: "USER"]
          SELECT a[1:user_]        | SELECT a[1: user_]
          SELECT 'x'::text, ':a'   | SELECT 'x'::text, ':a'
          SELECT $$ :a :'b' $$     | SELECT $$ :a :'b' $$
          SELECT f(a := 1), ":b"   | SELECT f(a := 1), ":b"
          SELECT a[b:c], 'd':: e   | SELECT a[b: c], 'd':: e
          """)
  void aColonBeforeANameIsNoVariableOfPsql(String statement, String expected) {
    assertEquals(expected, PsqlText.of(statement));
  }
}
