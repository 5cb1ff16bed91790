package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, -0",
    "-1.5, -1.5",
    "99.75, 99.75",
    "100, 100",
    "1e-07, 1e-7",
    "1.25e-07, 1.25e-7",
    "1e-06, 0.000001",
    "0.001, 0.001",
    "1e+15, 1000000000000000",
    "9.007199254740992e+15, 9007199254740992",
    "1e+20, 100000000000000000000",
    "1e+21, 1e+21",
    "1.7976931348623157e+308, 1.7976931348623157e+308",
    "5e-324, 5e-324",
    "1.2345679e+08, 123456790",
    "0.5, 0.5",
    ".5, 0.5",
    "007.50, 7.5",
    "0.0000001, 1e-7",
    "123456789012345678901.5, 123456789012345678901.5",
    "1234567890123456789012, 1.234567890123456789012e+21"
  })
  void numbersLookAsInJavaScript(String postgres, String javaScript) {
    assertEquals(javaScript, Numerals.javaScript(postgres));
  }

  @Property
  void theNumberStaysTheSame(@ForAll double number) {
    String text = Double.toString(number);
    assertEquals(number, Double.parseDouble(Numerals.javaScript(text)));
  }
}
