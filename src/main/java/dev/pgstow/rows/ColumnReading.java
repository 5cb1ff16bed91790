package dev.pgstow.rows;

import dev.pgstow.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;

/**
 * How the values of a type are read: what a SELECT asks for, and what turns it into JSON. Types
 * whose binary format is known come in it; all others as the text of their output function, which a
 * cast would not always give ({@code char(n)} loses its blanks, {@code inet} gains a mask, and a
 * user's type may have any cast).
 *
 * @param viaOutput empty for the column as it is, or the output function to call
 */
record ColumnReading(String viaOutput, Maker maker) {

  /** Makes a writer, for one thread. */
  @FunctionalInterface
  interface Maker {
    ValueWriter make(ValueOptions options, InexactCount inexact);
  }

  /** The item of the SELECT list for a column. */
  String expression(String column) {
    String name = Identifiers.quoteAlways(column);
    return viaOutput.isEmpty() ? name : "pg_catalog.textin(" + viaOutput + "(" + name + "))";
  }

  static ColumnReading of(long oid, TypeCatalog types) {
    PgType type = types.base(oid);
    if (type.isArray() || type.isComposite()) {
      Shape shape = shape(type, types);
      return new ColumnReading(
          type.output(), (options, inexact) -> new NestedWriter(shape, options, inexact));
    }
    if (type.isEnum()) {
      return binary(ColumnReading::text);
    }
    int known = type.known();
    if (known == PgType.BYTEA) {
      return new ColumnReading("", (options, inexact) -> ByteaWriter.of(options.bytea()));
    }
    if (known == PgType.JSON || known == PgType.JSONB) {
      int skip = known == PgType.JSONB ? 1 : 0;
      return new ColumnReading("", (options, inexact) -> JsonText.writer(skip, options, inexact));
    }
    return scalar(type);
  }

  private static ColumnReading scalar(PgType type) {
    return switch (type.known()) {
      case PgType.TEXT, PgType.VARCHAR, PgType.BPCHAR, PgType.NAME -> binary(ColumnReading::text);
      case PgType.BOOL -> binary(Booleans::write);
      case PgType.INT2 -> binary((row, at, length, out) -> out.decimal(Wire.int2(row, at)));
      case PgType.INT4 -> binary((row, at, length, out) -> out.decimal(Wire.int4(row, at)));
      case PgType.INT8 -> binary((row, at, length, out) -> out.quotedDecimal(Wire.int8(row, at)));
      case PgType.OID ->
          binary(
              (row, at, length, out) ->
                  out.quotedDecimal(Integer.toUnsignedLong(Wire.int4(row, at))));
      case PgType.NUMERIC -> binary(new NumericWriter());
      case PgType.FLOAT4 -> binary(ShortestDecimal::float4);
      case PgType.FLOAT8 -> binary(ShortestDecimal::float8);
      case PgType.DATE -> binary(DateTimes::date);
      case PgType.TIME -> binary(DateTimes::time);
      case PgType.TIMESTAMP -> binary(DateTimes::timestamp);
      case PgType.TIMESTAMPTZ -> binary(DateTimes::timestamptz);
      case PgType.INTERVAL -> binary(new IntervalWriter());
      case PgType.UUID -> binary((row, at, length, out) -> out.uuid(row, at));
      default -> new ColumnReading(type.output(), (options, inexact) -> ColumnReading::text);
    };
  }

  private static ColumnReading binary(ValueWriter writer) {
    return new ColumnReading("", (options, inexact) -> writer);
  }

  private static void text(byte[] row, int at, int length, JsonSink out) {
    out.quoted(row, at, at + length);
  }

  private static Shape shape(PgType type, TypeCatalog types) {
    if (type.isArray()) {
      PgType element = types.base(type.element());
      // Arrays of a domain over arrays: brackets in brackets would mean a dimension.
      Shape inner = element.isArray() ? new Shape.Leaf(LeafKind.TEXT) : shape(element, types);
      return new Shape.Array(inner, (byte) element.delimiter());
    }
    if (type.isComposite()) {
      List<Shape.Field> fields = new ArrayList<>();
      for (PgType.Attribute attribute : type.attributes()) {
        byte[] key = JsonKeys.key(fields.isEmpty() ? "{" : ",", attribute.name());
        fields.add(new Shape.Field(key, shape(types.base(attribute.type()), types)));
      }
      return new Shape.Composite(fields);
    }
    return new Shape.Leaf(leaf(type));
  }

  private static LeafKind leaf(PgType type) {
    return switch (type.known()) {
      case PgType.BOOL -> LeafKind.BOOLEAN;
      case PgType.INT2, PgType.INT4 -> LeafKind.INTEGER;
      case PgType.FLOAT4, PgType.FLOAT8 -> LeafKind.FLOAT;
      case PgType.JSON, PgType.JSONB -> LeafKind.JSON;
      case PgType.BYTEA -> LeafKind.BYTEA;
      case PgType.TIMESTAMP, PgType.TIMESTAMPTZ -> LeafKind.TIMESTAMP;
      default -> LeafKind.TEXT;
    };
  }
}
