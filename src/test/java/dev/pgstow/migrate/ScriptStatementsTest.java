package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptStatementsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`BEGIN; a; COMMIT;`|`       a;        `",
        "`begin work; a; commit and no chain`|`            a;                    `",
        "`START TRANSACTION; a; END;`|`                   a;     `",
        "`a; COMMIT PREPARED 'x';`|`a; COMMIT PREPARED 'x';`",
      })
  void aTransactionOfItsOwnBecomesBlanks(String script, String blanked) {
    assertEquals(blanked, ScriptStatements.withoutTransactions(script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN; a; ROLLBACK;",
        "BEGIN; a; SAVEPOINT s; b; ROLLBACK TO s; COMMIT;",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END;",
        "DO $$ BEGIN COMMIT; END $$;",
        "SELECT 'BEGIN; COMMIT;' AS commit;",
      })
  void whatRollsBackOrIsNoneStays(String script) {
    assertEquals(script, ScriptStatements.withoutTransactions(script));
  }
}
