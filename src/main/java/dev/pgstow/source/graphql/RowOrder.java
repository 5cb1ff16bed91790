package dev.pgstow.source.graphql;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order rows are exported in, for those an API can't sort so. */
final class RowOrder {
  private RowOrder() {}

  /** By the key's columns; by all columns where there is no key. */
  static Comparator<@Nullable String[]> of(List<MetadataColumn> columns, List<String> key) {
    Comparator<@Nullable String[]> order = (a, b) -> 0;
    for (String name : key) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(name)) {
          order = order.thenComparing(by(i, columns.get(i).type()));
        }
      }
    }
    return key.isEmpty() ? (a, b) -> bytes(rowText(a), rowText(b)) : order;
  }

  private static Comparator<@Nullable String[]> by(int index, ColumnType type) {
    return (a, b) -> {
      @Nullable String left = a[index];
      @Nullable String right = b[index];
      if (left == null || right == null) {
        return Boolean.compare(left == null, right == null);
      }
      boolean number =
          type.kind() == ColumnType.Kind.INTEGER || type.kind() == ColumnType.Kind.NUMERIC;
      if (number && !type.array() && isNumber(left) && isNumber(right)) {
        return new BigDecimal(left).compareTo(new BigDecimal(right));
      }
      return bytes(left, right);
    };
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  private static int bytes(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@code record_out} writes a row. */
  private static String rowText(@Nullable String[] row) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < row.length; i++) {
      text.append(i == 0 ? "" : ",");
      @Nullable String value = row[i];
      if (value == null) {
        continue;
      }
      boolean quotes = value.isEmpty() || value.matches("(?s).*[\"\\\\(),\\s].*");
      text.append(quotes ? '"' + value.replaceAll("([\"\\\\])", "$1$1") + '"' : value);
    }
    return text.append(')').toString();
  }
}
