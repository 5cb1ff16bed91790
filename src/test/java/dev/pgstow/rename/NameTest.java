package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

  @ParameterizedTest
  @CsvSource({
    "az, true",
    "_a, true",
    "a09, true",
    "'', false",
    "0a, false",
    "9a, false",
    "A, false",
    "aZ, false",
    "a-b, false",
    "a$, false",
    "é, false"
  })
  void ordinaryNamesNeedNoQuotesByTheirShape(String name, boolean ordinary) {
    assertEquals(ordinary, Name.isOrdinary(name));
  }

  @Test
  void unquotedIdentifiersFoldToTheName() {
    Name name = new Name("az$é", "x");
    assertTrue(name.isFolded("(AZ$é)", 1, 5));
    assertTrue(name.isFolded("aZ$é", 0, 4));
    assertFalse(name.isFolded("az$é", 0, 3));
    assertFalse(name.isFolded("az$éx", 0, 5));
    assertFalse(name.isFolded("ay$é", 0, 4));
    assertFalse(name.isFolded("az$É", 0, 4));
  }
}
