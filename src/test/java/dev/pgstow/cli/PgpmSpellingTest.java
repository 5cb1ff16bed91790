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
}
