package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.sql.Literals;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementLogTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT  1 -- why                   | SELECT 1",
        "CREATE ROLE a PASSWORD 'secret'    | CREATE ROLE a PASSWORD '…'",
        "SELECT E'a\\'b', $$c$$, U&'d', X'1' | SELECT '…', '…', '…', '…'",
        "SELECT 'never closed               | SELECT '…'",
      })
  void aStatementIsShownOnOneLineWithoutItsConstants(String sql, String shown) {
    assertEquals(shown.strip(), StatementLog.shown(sql.strip()));
  }

  @Property
  void noConstantIsEverShown(@ForAll @AlphaChars @StringLength(min = 8, max = 30) String secret) {
    String sql = "ALTER ROLE a PASSWORD " + Literals.quote(secret) + ", $q$" + secret + "$q$";
    assertFalse(StatementLog.shown(sql).contains(secret));
  }

  @Property(tries = 200)
  void aLongStatementIsCut(@ForAll String text) {
    assertTrue(StatementLog.shown(text + " SELECT x".repeat(600)).length() <= 220);
  }
}
