package dev.pgstow.rows;

import java.util.List;

/**
 * A row of {@code pg_type}, as far as its values' form depends on it.
 *
 * @param kind {@code typtype}
 * @param base {@code typbasetype}; 0 for what is no domain
 * @param element {@code typelem} of a true array; else 0
 * @param delimiter {@code typdelim}
 * @param output the output function, qualified and quoted
 * @param attributes of a composite
 */
record PgType(
    long oid,
    char kind,
    long base,
    long element,
    char delimiter,
    String output,
    List<Attribute> attributes) {

  static final int BOOL = 16;
  static final int BYTEA = 17;
  static final int NAME = 19;
  static final int INT8 = 20;
  static final int INT2 = 21;
  static final int INT4 = 23;
  static final int TEXT = 25;
  static final int OID = 26;
  static final int JSON = 114;
  static final int FLOAT4 = 700;
  static final int FLOAT8 = 701;
  static final int BPCHAR = 1042;
  static final int VARCHAR = 1043;
  static final int DATE = 1082;
  static final int TIME = 1083;
  static final int TIMESTAMP = 1114;
  static final int TIMESTAMPTZ = 1184;
  static final int INTERVAL = 1186;
  static final int NUMERIC = 1700;
  static final int UUID = 2950;
  static final int JSONB = 3802;

  /** A field of a composite. */
  record Attribute(String name, long type) {}

  /** One of the numbers above, if it is one: those of built-in types never change. */
  int known() {
    return oid <= JSONB ? (int) oid : 0;
  }

  boolean isEnum() {
    return kind == 'e';
  }

  boolean isComposite() {
    return kind == 'c';
  }

  boolean isArray() {
    return element != 0;
  }
}
