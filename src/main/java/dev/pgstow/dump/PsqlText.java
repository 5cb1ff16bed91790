package dev.pgstow.dump;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import java.util.regex.Pattern;

/**
 * Statements as psql reads them: it takes a colon before a name for one of its variables, where SQL
 * has an array slice such as {@code a[1:"USER"]}.
 */
final class PsqlText {
  private static final Pattern VARIABLE = Pattern.compile("(?<!:):[\\p{L}_\"'{]");

  private PsqlText() {}

  /** The statement, with a space behind such a colon. */
  static String of(String statement) {
    if (!VARIABLE.matcher(statement).find()) {
      return statement;
    }
    StringBuilder out = new StringBuilder(statement.length() + 8);
    for (SqlToken token : SqlLexer.tokens(statement)) {
      String text = token.text(statement);
      out.append(text);
      if (token.kind() == SqlToken.Kind.PUNCTUATION && text.equals(":")) {
        out.append(' ');
      }
    }
    return out.toString();
  }
}
