package dev.pgstow.metaschema;

import dev.pgstow.sql.Identifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL that puts back what became of a row that a registration inserts: an UPDATE of the
 * row with its key, and a verify body.
 */
public final class RegisteredRow {
  private final MetadataTable table;
  private final UUID databaseId;
  private final ValueLiterals literals;
  private final @Nullable String[] values;
  private final Set<String> changed;

  /**
   * A row of {@code databaseId}.
   *
   * @param values as {@code ExportSnapshot.readRows} gives them; stay as they are
   * @param changed names of the columns to put back, none of the key
   */
  public RegisteredRow(
      MetadataTable table,
      UUID databaseId,
      ValueRenamer renamer,
      @Nullable String[] values,
      Set<String> changed) {
    this.table = table;
    this.databaseId = databaseId;
    this.literals = new ValueLiterals(renamer);
    this.values = values;
    this.changed = changed;
  }

  /** The UPDATE. */
  public String update() {
    Set<Pin> pins = EnumSet.noneOf(Pin.class);
    StringBuilder set = new StringBuilder();
    StringBuilder where = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      MetadataColumn column = table.columns().get(i);
      String name = Identifiers.quote(column.name());
      if (table.key().contains(column.name())) {
        where.append(where.isEmpty() ? "\nWHERE " : "\n  AND ").append(name).append(" = ");
        literals.appendQuoted(where, column, String.valueOf(values[i]), pins);
      } else if (changed.contains(column.name())) {
        set.append(set.isEmpty() ? " SET\n  " : ",\n  ").append(name).append(" = ");
        literals.append(set, column, values[i], pins);
      }
    }
    StringBuilder sql = new StringBuilder();
    pins.forEach(pin -> sql.append(pin.set()).append('\n'));
    sql.append("UPDATE ")
        .append(Identifiers.qualify(table.schema(), table.name()))
        .append(set)
        .append(where)
        .append(";\n");
    pins.forEach(pin -> sql.append(pin.reset()).append('\n'));
    return sql.toString();
  }

  /** A verify body that fails unless the row is there and still the database's. */
  public String verify() {
    StringBuilder verify = new StringBuilder();
    VerifyScript script = new VerifyScript(table, databaseId, literals, verify);
    try {
      script.row(values);
      script.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return verify.toString();
  }
}
