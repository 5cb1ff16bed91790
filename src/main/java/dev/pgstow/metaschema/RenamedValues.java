package dev.pgstow.metaschema;

import org.jspecify.annotations.Nullable;

/** Renames schema names in values of metadata rows, which stay in PostgreSQL's text form. */
public final class RenamedValues {
  private final ValueRenamer renamer;

  /** Values renamed so. */
  public RenamedValues(ValueRenamer renamer) {
    this.renamer = renamer;
  }

  /**
   * A row as a deployed module has it.
   *
   * @param row as {@code ExportSnapshot.readRows} gives it; stays as it is
   */
  public @Nullable String[] row(MetadataTable table, @Nullable String[] row) {
    @Nullable String[] renamed = row.clone();
    for (int i = 0; i < row.length; i++) {
      @Nullable String value = row[i];
      if (value != null) {
        renamed[i] = of(table.columns().get(i), value);
      }
    }
    return renamed;
  }

  /** A value; of {@code jsonb} without the white space between its tokens. */
  public String of(MetadataColumn column, String value) {
    return column.type().array() ? array(column, value) : scalar(column, value);
  }

  private String scalar(MetadataColumn column, String value) {
    String name = column.name();
    return switch (column.type().kind()) {
      case TEXT, XML, OTHER -> renamer.text(name, value);
      case JSON -> JsonText.verbatim(value, name, renamer);
      case JSONB -> JsonText.compact(value, name, renamer);
      default -> value;
    };
  }

  private String array(MetadataColumn column, String value) {
    String name = column.name();
    return switch (column.type().kind()) {
      case TEXT, XML -> ArrayText.map(value, element -> renamer.text(name, element));
      case JSON -> ArrayText.map(value, element -> JsonText.verbatim(element, name, renamer));
      case JSONB -> ArrayText.map(value, element -> JsonText.compact(element, name, renamer));
      case OTHER -> renamer.text(name, value);
      default -> value;
    };
  }
}
