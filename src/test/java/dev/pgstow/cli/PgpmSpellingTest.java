package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PgpmSpellingTest {
  @Test
  void flagsAreTranslatedWithAndWithoutAValue() {
    assertArrayEquals(
        new String[] {"export", "--extension-name=crm", "--schemas", "a", "--", "--extensionName"},
        PgpmSpelling.translate(
            new String[] {
              "export", "--extensionName=crm", "--schema_names", "a", "--", "--extensionName"
            }));
  }

  @Test
  void whatPgpmHasToBeToldIsTaken() {
    assertArrayEquals(
        new String[] {"deploy", "crm", "--createdb", "--log-only"},
        PgpmSpelling.translate(
            new String[] {
              "deploy", "crm", "--createdb", "--tx", "--recursive", "--usePlan", "--logOnly"
            }));
    assertArrayEquals(
        new String[] {"revert", "--no-tx"},
        PgpmSpelling.translate(new String[] {"revert", "--tx=false"}));
    assertArrayEquals(
        new String[] {"test-packages", "--full-cycle", "--continue-on-fail"},
        PgpmSpelling.translate(new String[] {"test-packages", "--fullCycle", "--continueOnFail"}));
    assertArrayEquals(
        new String[] {"export", "--tx"}, PgpmSpelling.translate(new String[] {"export", "--tx"}));
  }
}
