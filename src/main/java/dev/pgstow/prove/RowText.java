package dev.pgstow.prove;

import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.SecretColumns;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Rows and values of a table in words for people: bounded, and without what looks secret. */
final class RowText {
  private static final int LONGEST = 120;
  private static final int BEFORE = 30;
  private static final String SECRET = "(not shown)";

  private final MetadataTable table;

  RowText(MetadataTable table) {
    this.table = table;
  }

  /** Such as {@code id=7}; all values of a row that is told by nothing less. */
  String key(SortedRow row) {
    List<String> key = table.key();
    StringJoiner text = new StringJoiner(" ");
    for (int i = 0; i < table.columns().size() && text.length() <= LONGEST; i++) {
      MetadataColumn column = table.columns().get(i);
      @Nullable String value = row.values()[i];
      if ((row.whole() || key.contains(column.name())) && value != null) {
        String shown = SecretColumns.looksSecret(column) ? SECRET : cut(value, 0);
        text.add(column.name() + "=" + shown);
      }
    }
    return cut(text.toString(), 0);
  }

  ValueDifference difference(
      MetadataColumn column, Optional<String> source, Optional<String> scratch) {
    if (SecretColumns.looksSecret(column)) {
      return new ValueDifference(
          column.name(), source.map(value -> SECRET), scratch.map(value -> SECRET));
    }
    int start = Math.max(0, common(source.orElse(""), scratch.orElse("")) - BEFORE);
    return new ValueDifference(
        column.name(), source.map(it -> cut(it, start)), scratch.map(it -> cut(it, start)));
  }

  /** How many characters both begin with. */
  private static int common(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String cut(String text, int from) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Math.min(text.length(), from + LONGEST);
    return (from > 0 ? "…" : "") + text.substring(from, end) + (end < text.length() ? "…" : "");
  }
}
