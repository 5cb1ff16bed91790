package dev.pgstow.metaschema;

import dev.pgstow.sql.Identifiers;
import dev.pgstow.sql.Literals;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes DO blocks that fail unless the exported rows are there and still the database's: found by
 * key, some hundred at a time, or where rows have no key, by their number.
 */
final class VerifyScript {
  private static final int KEYS_PER_BLOCK = 1000;
  private static final int BLOCK_CHARACTERS = 1 << 16;

  private final MetadataTable table;
  private final UUID databaseId;
  private final ValueLiterals literals;
  private final Appendable out;
  private final List<Integer> key;
  private final StringBuilder keys = new StringBuilder();
  private final Set<Pin> pins = EnumSet.noneOf(Pin.class);
  private int keysInBlock;
  private long rows;
  private boolean countRows;

  VerifyScript(MetadataTable table, UUID databaseId, ValueLiterals literals, Appendable out) {
    this.table = table;
    this.databaseId = databaseId;
    this.literals = literals;
    this.out = out;
    List<String> names = table.columns().stream().map(MetadataColumn::name).toList();
    this.key = table.key().stream().map(names::indexOf).toList();
    this.countRows = key.isEmpty() || key.stream().anyMatch(i -> i < 0 || mayBeComposite(i));
  }

  /** PostgreSQL can't compare a composite value with a string. */
  private boolean mayBeComposite(int column) {
    ColumnType type = table.columns().get(column).type();
    return type.kind() == ColumnType.Kind.OTHER && !type.array();
  }

  void row(@Nullable String[] values) throws IOException {
    rows++;
    if (countRows || key.stream().anyMatch(i -> values[i] == null)) {
      countRows = true;
      return;
    }
    keys.append(keysInBlock == 0 ? "\n      " : ",\n      ").append(key.size() > 1 ? "(" : "");
    String separator = "";
    for (int i : key) {
      keys.append(separator);
      literals.appendQuoted(keys, table.columns().get(i), String.valueOf(values[i]), pins);
      separator = ", ";
    }
    keys.append(key.size() > 1 ? ")" : "");
    keysInBlock++;
    if (keysInBlock == KEYS_PER_BLOCK || keys.length() > BLOCK_CHARACTERS) {
      flush();
    }
  }

  void end() throws IOException {
    flush();
    if (countRows) {
      writeBlock("t." + condition(), rows);
    }
  }

  private String condition() {
    return table.ownership().condition(databaseId);
  }

  private void flush() throws IOException {
    if (keysInBlock == 0) {
      return;
    }
    String columns =
        key.stream()
            .map(i -> "t." + Identifiers.quote(table.columns().get(i).name()))
            .collect(Collectors.joining(", "));
    writeBlock(
        "t."
            + condition()
            + "\n      AND "
            + (key.size() > 1 ? "(" + columns + ")" : columns)
            + " IN ("
            + keys
            + "\n    )",
        keysInBlock);
    keys.setLength(0);
    keysInBlock = 0;
    pins.clear();
  }

  private void writeBlock(String condition, long expected) throws IOException {
    StringBuilder body = new StringBuilder("\n  DECLARE\n    present bigint;\n  BEGIN\n");
    for (Pin pin : pins) {
      body.append("    ").append(pin.setLocal()).append('\n');
    }
    body.append("    SELECT count(*) INTO present FROM ")
        .append(Identifiers.qualify(table.schema(), table.name()))
        .append(" AS t WHERE ")
        .append(condition)
        .append(";\n    IF present < ")
        .append(expected)
        .append(" THEN\n      RAISE EXCEPTION '%: % of % exported rows are missing', ")
        .append(Literals.quote(table.label()))
        .append(", ")
        .append(expected)
        .append(" - present, ")
        .append(expected)
        .append(";\n    END IF;\n  END;\n");
    String tag = tag(body);
    out.append("DO ").append(tag).append(body).append(tag).append(";\n");
  }

  /** A dollar quote that no value in the body can end. */
  private static String tag(StringBuilder body) {
    String tag = "$verify$";
    for (int i = 1; body.indexOf(tag) >= 0; i++) {
      tag = "$verify" + i + "$";
    }
    return tag;
  }
}
