package dev.pgstow.metaschema;

import java.util.Locale;
import java.util.Set;

/**
 * A setting that decides how some literals are read. A script sets it where such a literal occurs,
 * so that any session reads the value that was written.
 */
enum Pin {
  ARRAY_NULLS("array_nulls", "on"),
  XML_CONTENT("xmloption", "content"),
  LC_MONETARY("lc_monetary", "'C'");

  private final String setting;
  private final String value;

  Pin(String setting, String value) {
    this.setting = setting;
    this.value = value;
  }

  /**
   * {@code SET}, not {@code SET LOCAL}: scripts may run outside a transaction, where that does
   * nothing.
   */
  String set() {
    return "SET " + setting + " TO " + value + ";";
  }

  String setLocal() {
    return "SET LOCAL " + setting + " TO " + value + ";";
  }

  String reset() {
    return "SET " + setting + " TO DEFAULT;";
  }

  /**
   * What composite values, and others of unknown inner structure, could depend on. Pinning a
   * setting that does not matter does no harm.
   */
  static void addForUnknown(String text, Set<Pin> pins) {
    if (text.toLowerCase(Locale.ROOT).contains("null")) {
      pins.add(ARRAY_NULLS);
    }
    if (text.indexOf('<') >= 0) {
      pins.add(XML_CONTENT);
    }
    if (text.indexOf('$') >= 0) {
      pins.add(LC_MONETARY);
    }
  }
}
