package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.metaschema.ColumnType.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypeTest {

  @ParameterizedTest
  @CsvSource({
    "int4, INTEGER",
    "TIMESTAMPTZ, TIMESTAMPTZ",
    "citext, TEXT",
    "bytea, PLAIN",
    "char, PLAIN",
    "hstore, OTHER",
    "regclass, OTHER"
  })
  void kindsGoByTheTypesName(String name, Kind kind) {
    assertEquals(kind, ColumnType.kindOf(name));
  }

  @ParameterizedTest
  @CsvSource({
    "oid, false, true",
    "oid[], true, true",
    "regclass, false, true",
    "oidvector, true, true",
    "integer, false, false",
    "integer[], true, false",
    "oid[], false, false",
    "[], true, false"
  })
  void valuesThatPointIntoACatalogMeanNothingElsewhere(
      String name, boolean array, boolean oidLike) {
    assertEquals(oidLike, new ColumnType(name, Kind.PLAIN, array).isOidLike());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(a,b)|",
        "(NuLL)|ARRAY_NULLS",
        "(<a/>)|XML_CONTENT",
        "<|XML_CONTENT",
        "$1|LC_MONETARY"
      })
  void unknownValuesPinWhatTheyMightDependOn(String value, String pin) {
    Set<Pin> pins = EnumSet.noneOf(Pin.class);
    Pin.addForUnknown(value, pins);
    assertEquals(pin == null ? Set.of() : Set.of(Pin.valueOf(pin)), pins);
  }

  @Test
  void aPinSetsItsValueAndPutsItBack() {
    assertEquals("SET lc_monetary TO 'C';", Pin.LC_MONETARY.set());
    assertEquals("SET LOCAL array_nulls TO on;", Pin.ARRAY_NULLS.setLocal());
    assertEquals("SET xmloption TO DEFAULT;", Pin.XML_CONTENT.reset());
  }
}
