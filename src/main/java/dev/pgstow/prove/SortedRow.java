package dev.pgstow.prove;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way into order.
 *
 * @param key what it is ordered and found by
 * @param whole whether the key is all there is to compare
 * @param values one a column
 */
record SortedRow(String key, boolean whole, @Nullable String[] values) {
  /** Rows of one key by their values: such keys are paired in this order. */
  static final Comparator<SortedRow> ORDER =
      Comparator.comparing(SortedRow::key)
          .thenComparing(
              SortedRow::values,
              (a, b) -> Arrays.compare(a, b, Comparator.nullsFirst(Comparator.naturalOrder())));

  /** Roughly the bytes it takes in memory. */
  long size() {
    long size = 64 + 2L * key.length();
    for (@Nullable String value : values) {
      size += 56 + (value == null ? 0 : 2L * value.length());
    }
    return size;
  }
}
