package dev.pgstow.metaschema;

import dev.pgstow.sql.Identifiers;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of one metadata table: deploy (INSERTs), revert and verify bodies, in the layout
 * pgpm writes. Rows flow through; nothing is held. Call {@link #begin()}, {@link #row} for each
 * row, {@link #end()}; the caller owns and closes the outputs.
 *
 * <p>A body is what stands for {@code <sql>} in a pgpm script: it starts behind the last blank line
 * of the header, and ends with the newline of its last statement; the newline that closes {@code
 * <sql>} and the blank lines behind it are the caller's.
 */
public final class TableScripts {
  /** Rows an INSERT holds at most. */
  static final int ROWS_PER_INSERT = 1000;

  private static final String PREAMBLE =
      """
      SET session_replication_role TO replica;
      -- using replica in case we are deploying triggers to metaschema_public

      -- unaccent, postgis affected and require grants
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public to public;

      DO $LQLMIGRATION$
        DECLARE
        BEGIN

          EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), 'app_user');
          EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), 'app_admin');

        END;
      $LQLMIGRATION$;

      """;

  private final MetadataTable table;
  private final UUID databaseId;
  private final Appendable deploy;
  private final ValueLiterals literals;
  private final VerifyScript verify;
  private final StringBuilder line = new StringBuilder();
  private final Set<Pin> pinned = EnumSet.noneOf(Pin.class);
  private final Set<Pin> needed = EnumSet.noneOf(Pin.class);
  private int rowsInInsert;

  /** Scripts for the rows of {@code databaseId} in a table. */
  public TableScripts(
      MetadataTable table,
      UUID databaseId,
      ValueRenamer renamer,
      Appendable deploy,
      Appendable verify) {
    this.table = table;
    this.databaseId = databaseId;
    this.deploy = deploy;
    this.literals = new ValueLiterals(renamer);
    this.verify = new VerifyScript(table, databaseId, literals, verify);
  }

  /** What comes before the first row. */
  public void begin() throws IOException {
    deploy.append(PREAMBLE);
  }

  /** One row, as {@code ExportSnapshot.readRows} gives it. */
  public void row(@Nullable String[] values) throws IOException {
    writeTuple(values);
    boolean newPin = !pinned.containsAll(needed);
    if (rowsInInsert > 0 && (newPin || rowsInInsert == ROWS_PER_INSERT)) {
      deploy.append(";\n\n");
      rowsInInsert = 0;
    }
    if (newPin) {
      pin();
    }
    if (rowsInInsert == 0) {
      writeInsert();
    } else {
      deploy.append(",\n");
    }
    // As pgpm: literals that run over several lines keep their text, so such a row isn't indented.
    deploy.append(line.indexOf("\n") < 0 ? "  " : "").append(line);
    rowsInInsert++;
    verify.row(values);
  }

  /** What comes after the last row. */
  public void end() throws IOException {
    deploy.append(rowsInInsert > 0 ? ";\n\n\n" : "");
    for (Pin pin : pinned) {
      deploy.append(pin.reset()).append('\n');
    }
    deploy.append("SET session_replication_role TO DEFAULT;\n");
    verify.end();
  }

  /** The revert body: deletes the rows of that database from that table. */
  public String revert() {
    return "SET session_replication_role TO replica;\n\nDELETE FROM "
        + Identifiers.quoteAlways(table.schema())
        + "."
        + Identifiers.quoteAlways(table.name())
        + " WHERE "
        + table.ownership().condition(databaseId)
        + ";\n\nSET session_replication_role TO DEFAULT;\n";
  }

  private void writeTuple(@Nullable String[] values) {
    line.setLength(0);
    needed.clear();
    line.append('(');
    for (int i = 0; i < values.length; i++) {
      line.append(i == 0 ? "" : ", ");
      literals.append(line, table.columns().get(i), values[i], needed);
    }
    line.append(')');
  }

  private void pin() throws IOException {
    for (Pin pin : needed) {
      if (pinned.add(pin)) {
        deploy.append(pin.set()).append('\n');
      }
    }
    deploy.append('\n');
  }

  private void writeInsert() throws IOException {
    deploy.append("INSERT INTO ").append(Identifiers.qualify(table.schema(), table.name()));
    String separator = " (\n  ";
    boolean overriding = false;
    for (MetadataColumn column : table.columns()) {
      deploy.append(separator).append(Identifiers.quote(column.name()));
      separator = ",\n  ";
      overriding |= column.alwaysIdentity();
    }
    deploy.append("\n) ").append(overriding ? "OVERRIDING SYSTEM VALUE " : "").append("VALUES\n");
  }
}
