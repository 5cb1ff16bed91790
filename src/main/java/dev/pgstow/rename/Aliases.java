package dev.pgstow.rename;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which {@code app.x} of one text belong to an alias, a variable or a parameter of the schema's
 * name. The text is read for it when the first one is asked for.
 */
final class Aliases {
  private final NameIndex index;
  private final String sql;
  private final @Nullable Aliases around;
  private final int offset;
  private final Mentions mentions;
  private @Nullable AliasScan scan;

  private Aliases(NameIndex index, String sql, @Nullable Aliases around, int offset) {
    this.index = index;
    this.sql = sql;
    this.around = around;
    this.offset = offset;
    mentions = around == null ? new Mentions(sql) : around.mentions;
  }

  /** Those of a text of its own. */
  static Aliases of(NameIndex index, String sql) {
    return new Aliases(index, sql, null, 0);
  }

  /** Those of the body in the dollar quotes that start at the offset, which sees parameters. */
  Aliases ofBody(String body, int dollar) {
    return new Aliases(index, body, this, dollar);
  }

  /** Whether the name that starts here, in front of a dot, is no schema's. */
  boolean hold(Name name, int start) {
    return (scan != null || isListed(start) || mentions.mayHave(name.text()))
        && scan().marked().contains(start);
  }

  /** Only in lists stand fields of columns, which nothing needs to declare. */
  private boolean isListed(int start) {
    int before = start - 1;
    while (before >= 0 && (sql.charAt(before) <= ' ' || sql.charAt(before) == '"')) {
      before--;
    }
    return before >= 0 && (sql.charAt(before) == ',' || sql.charAt(before) == '(');
  }

  private AliasScan scan() {
    if (scan == null) {
      Set<String> parameters = around == null ? Set.of() : around.scan().parameters(offset);
      scan = new AliasScan(index, sql, around != null, parameters);
      scan.run();
    }
    return scan;
  }
}
