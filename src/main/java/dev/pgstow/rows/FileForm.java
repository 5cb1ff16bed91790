package dev.pgstow.rows;

/**
 * What the files look like.
 *
 * @param exact whether what plain JSON would lose is wrapped: JSON's null in a json column as
 *     <code>{"$json":null}</code>; arrays that do not start at 1, and arrays and composites with
 *     JSON's null or, in an array, JSON arrays in them, as strings with PostgreSQL's text
 */
public record FileForm(DataFormat format, Compression compression, ByteaText bytea, boolean exact) {

  /** Plain JSON. */
  public static FileForm json() {
    return new FileForm(DataFormat.JSON, Compression.NONE, ByteaText.HEX, false);
  }

  ValueOptions values() {
    return new ValueOptions(exact, format == DataFormat.NDJSON, bytea);
  }

  String extension() {
    return '.' + format.label() + compression.extension();
  }
}
