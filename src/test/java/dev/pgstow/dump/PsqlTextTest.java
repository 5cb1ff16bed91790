package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.failure.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a integer\n\\! touch x\n)",
        "CREATE TABLE t (a text DEFAULT 'x)",
        "CREATE VIEW v AS SELECT $a$ x",
        "CREATE VIEW \"v AS SELECT 1",
        "SELECT 1 /* "
      })
  void whatWouldBeACommandOfPsqlIsRefused(String statement) {
    Failure failure = assertThrows(Failure.class, () -> PsqlText.of(statement));
    assertEquals("dump-unsafe-statement", failure.ident());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT E'a\\'b', '\\', $$\\!$$, \"\\\" -- \\! x", "SELECT 1"})
  void backslashesInQuotesStay(String statement) {
    assertEquals(statement, PsqlText.of(statement));
  }
}
