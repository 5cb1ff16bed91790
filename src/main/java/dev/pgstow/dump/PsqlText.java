package dev.pgstow.dump;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import java.util.regex.Pattern;

/**
 * Statements as psql reads them. It takes a colon before a name for one of its variables, where SQL
 * has an array slice such as {@code a[1:"USER"]}; and what stands behind a backslash for one of its
 * commands, such as {@code \!}, which runs a program. No statement of a sound server has a
 * backslash outside of quotes, or quotes that do not end: a server that has was made to attack
 * whoever loads the script (as CVE-2025-8714 of pg_dump).
 */
final class PsqlText {
  private static final Pattern VARIABLE = Pattern.compile("(?<!:):[\\p{L}_\"'{]");
  private static final int SHOWN = 200;

  private PsqlText() {}

  /**
   * The statement, with a space behind such a colon.
   *
   * @throws Failure {@code dump-unsafe-statement}
   */
  static String of(String statement) {
    boolean colons = VARIABLE.matcher(statement).find();
    StringBuilder out = new StringBuilder(colons ? statement.length() + 8 : 0);
    for (SqlToken token : SqlLexer.tokens(statement)) {
      if (!token.terminated()
          || (token.kind() == SqlToken.Kind.OTHER && statement.charAt(token.start()) == '\\')) {
        throw unsafe(statement);
      }
      if (colons) {
        String text = token.text(statement);
        out.append(text);
        if (token.kind() == SqlToken.Kind.PUNCTUATION && text.equals(":")) {
          out.append(' ');
        }
      }
    }
    return colons ? out.toString() : statement;
  }

  private static Failure unsafe(String statement) {
    return Failure.failed(
        "dump-unsafe-statement",
        "The server tells an object by a statement that psql would not read as SQL: "
            + Sanitizer.visible(statement.substring(0, Math.min(statement.length(), SHOWN))),
        "Don't load scripts of this server: it was made to run commands where they are loaded.");
  }
}
