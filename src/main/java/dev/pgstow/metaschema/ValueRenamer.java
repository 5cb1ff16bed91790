package dev.pgstow.metaschema;

/** Renames schema names inside the values of metadata rows. */
public interface ValueRenamer {

  /**
   * A decoded text value.
   *
   * @param column the column's name, or the JSON key the value stands under: in some of them a bare
   *     word is a schema's name
   */
  String text(String column, String value);

  /** A JSON object key; keys that are schema names are renamed. */
  String key(String key);

  /** Leaves everything as it is. */
  static ValueRenamer none() {
    return new ValueRenamer() {
      @Override
      public String text(String column, String value) {
        return value;
      }

      @Override
      public String key(String key) {
        return key;
      }
    };
  }
}
