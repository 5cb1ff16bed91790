package dev.pgstow.prove;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares the rows of one table, which come in the order of their keys from both sides. */
final class TableComparison {
  private final MetadataTable table;
  private final ScratchTable scratch;
  private final RowText text;
  private final Consumer<RowDifference> found;
  private long rows;

  TableComparison(MetadataTable table, ScratchTable scratch, Consumer<RowDifference> found) {
    this.table = table;
    this.scratch = scratch;
    this.text = new RowText(table);
    this.found = found;
  }

  /** Compares; returns how many rows the source has. */
  long run(SortedRows source, SortedRows deployed) throws IOException {
    @Nullable SortedRow left = source.take();
    @Nullable SortedRow right = deployed.take();
    while (left != null || right != null) {
      int order = order(left, right);
      if (order < 0) {
        tell(RowDifference.Kind.MISSING, Objects.requireNonNull(left), List.of());
      } else if (order > 0) {
        tell(RowDifference.Kind.EXTRA, Objects.requireNonNull(right), List.of());
      } else {
        compare(Objects.requireNonNull(left), Objects.requireNonNull(right));
      }
      if (order <= 0) {
        rows++;
        left = source.take();
      }
      if (order >= 0) {
        right = deployed.take();
      }
    }
    return rows;
  }

  private static int order(@Nullable SortedRow left, @Nullable SortedRow right) {
    if (left == null) {
      return 1;
    }
    return right == null ? -1 : left.key().compareTo(right.key());
  }

  private void compare(SortedRow source, SortedRow deployed) throws IOException {
    if (source.whole()) {
      return;
    }
    List<ValueDifference> values = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      MetadataColumn column = table.columns().get(i);
      Optional<String> expected = Optional.ofNullable(source.values()[i]);
      Optional<String> actual = Optional.ofNullable(deployed.values()[i]);
      if (!isSame(column, expected, actual)) {
        values.add(text.difference(column, expected, actual));
      }
    }
    if (!values.isEmpty()) {
      tell(RowDifference.Kind.CHANGED, source, values);
    }
  }

  private boolean isSame(MetadataColumn column, Optional<String> expected, Optional<String> actual)
      throws IOException {
    if (expected.equals(actual)) {
      return true;
    }
    if (expected.isEmpty() || actual.isEmpty() || !isRenamed(column)) {
      return false;
    }
    // Renaming works on the text; what the server makes of it may be written in another way.
    return scratch.canonical(column, expected.get()).equals(actual.get());
  }

  /** Whether renaming may have touched values of the column. */
  static boolean isRenamed(MetadataColumn column) {
    return switch (column.type().kind()) {
      case TEXT, JSON, JSONB, XML, OTHER -> true;
      case BOOLEAN, INTEGER, NUMERIC, FLOAT, UUID, TIMESTAMPTZ, TIMESTAMP, MONEY, PLAIN -> false;
    };
  }

  /** Whether the server may write a renamed value in another way than renaming does. */
  static boolean isRewritten(MetadataColumn column) {
    ColumnType type = column.type();
    return isRenamed(column)
        && (type.kind() != ColumnType.Kind.TEXT
            || type.array()
            || type.name().startsWith("character(")
            || type.name().equals("bpchar"));
  }

  private void tell(RowDifference.Kind kind, SortedRow row, List<ValueDifference> values) {
    found.accept(new RowDifference(kind, table.label(), text.key(row), values));
  }
}
