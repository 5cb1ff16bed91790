package dev.pgstow.metaschema;

import dev.pgstow.sql.Literals;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value, given in PostgreSQL's text form under the fixed settings of a snapshot, as a SQL
 * literal that puts back exactly that value; where pgpm's form does so too, in that form.
 */
final class ValueLiterals {
  private final RenamedValues renamedValues;

  ValueLiterals(ValueRenamer renamer) {
    this.renamedValues = new RenamedValues(renamer);
  }

  /**
   * Appends the literal for a value of a column.
   *
   * @param pins receives the settings the literal depends on
   */
  void append(StringBuilder out, MetadataColumn column, @Nullable String value, Set<Pin> pins) {
    if (value == null) {
      out.append("NULL");
    } else if (!column.type().array() && isBare(column.type().kind(), value)) {
      out.append(bare(column.type().kind(), value));
    } else {
      appendQuoted(out, column, value, pins);
    }
  }

  /**
   * Appends the literal for a value to compare a column with: a string, so that PostgreSQL gives it
   * the column's own type.
   */
  void appendQuoted(StringBuilder out, MetadataColumn column, String value, Set<Pin> pins) {
    if (column.type().array()) {
      out.append(Literals.quote(array(column, value, pins)));
    } else {
      out.append(Literals.quote(scalar(column, value, pins)));
      if (column.type().kind() == ColumnType.Kind.MONEY) {
        out.append("::numeric::money");
      }
    }
  }

  private static boolean isBare(ColumnType.Kind kind, String value) {
    return switch (kind) {
      case BOOLEAN, INTEGER -> true;
      case NUMERIC -> isFinite(value);
      case FLOAT -> isFinite(value) && !value.equals("-0");
      default -> false;
    };
  }

  private static boolean isFinite(String number) {
    char last = number.isEmpty() ? ' ' : number.charAt(number.length() - 1);
    return last >= '0' && last <= '9';
  }

  private static String bare(ColumnType.Kind kind, String value) {
    return switch (kind) {
      case BOOLEAN -> value.startsWith("t") ? "true" : "false";
      case FLOAT -> Numerals.javaScript(value);
      default -> value;
    };
  }

  private String scalar(MetadataColumn column, String value, Set<Pin> pins) {
    String renamed = renamed(column, value, pins);
    return switch (column.type().kind()) {
      case TIMESTAMPTZ -> Timestamps.withZone(value);
      case TIMESTAMP -> Timestamps.withoutZone(value);
      case MONEY -> amount(value);
      default -> renamed;
    };
  }

  private String array(MetadataColumn column, String value, Set<Pin> pins) {
    if (ArrayText.hasNull(value)) {
      pins.add(Pin.ARRAY_NULLS);
    }
    return renamed(column, value, pins);
  }

  private String renamed(MetadataColumn column, String value, Set<Pin> pins) {
    switch (column.type().kind()) {
      case MONEY -> pins.add(Pin.LC_MONETARY);
      case XML -> pins.add(Pin.XML_CONTENT);
      case OTHER -> Pin.addForUnknown(value, pins);
      default -> {}
    }
    return renamedValues.of(column, value);
  }

  /** {@code -$1,234.56} as {@code -1234.56}. */
  private static String amount(String money) {
    StringBuilder amount = new StringBuilder(money.length());
    for (int i = 0; i < money.length(); i++) {
      char c = money.charAt(i);
      if ((c >= '0' && c <= '9') || c == '.' || c == '-') {
        amount.append(c);
      }
    }
    return amount.toString();
  }
}
