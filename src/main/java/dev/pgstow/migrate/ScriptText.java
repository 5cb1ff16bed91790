package dev.pgstow.migrate;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told about a script's text without a server. */
final class ScriptText {
  private static final Pattern DATE_STYLE =
      Pattern.compile(
          "set\\s+(?:session\\s+|local\\s+)?\"?datestyle\"?\\s*(?:=|\\bto\\b)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern FOREIGN_STYLE =
      Pattern.compile("sql|postgres|german", Pattern.CASE_INSENSITIVE);
  private static final Set<String> CONSTANT = Set.of("select", "true", "null", "as", "where");

  private ScriptText() {}

  /** The line of a character, from 1. */
  static int line(String text, int index) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }

  /** Whether it is a COPY whose data would come from, or go to, the client. */
  static boolean isClientCopy(String text, SqlStatement statement) {
    if (!statement.word(0).equals("copy")) {
      return false;
    }
    String last = "";
    String sql = text.substring(statement.start(), statement.end());
    int depth = 0;
    for (SqlToken token : SqlLexer.tokens(sql)) {
      String word = token.isBlank() ? "" : token.text(sql).toLowerCase(Locale.ROOT);
      depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
      if (depth == 0
          && ((last.equals("from") && word.equals("stdin"))
              || (last.equals("to") && word.equals("stdout")))) {
        return true;
      }
      last = word.isEmpty() ? last : word;
    }
    return false;
  }

  /** Whether it sets a style of dates that the driver can't read. */
  static boolean setsForeignDateStyle(String text, SqlStatement statement) {
    if (!statement.word(0).equals("set")) {
      return false;
    }
    Matcher set = DATE_STYLE.matcher(text).region(statement.start(), statement.end());
    return set.lookingAt() && FOREIGN_STYLE.matcher(set.group(1)).find();
  }

  /**
   * Whether a verify script checks nothing although it is not empty: it only selects constants, as
   * in {@code SELECT 1}.
   */
  static boolean isTriviallyTrue(Script script) {
    return !script.statements().isEmpty()
        && script.statements().stream().map(script::sql).allMatch(ScriptText::selectsConstants);
  }

  private static boolean selectsConstants(String sql) {
    String last = "";
    boolean first = true;
    for (SqlToken token : SqlLexer.tokens(sql)) {
      if (token.isBlank()) {
        continue;
      }
      String word = token.text(sql).toLowerCase(Locale.ROOT);
      if (first && !word.equals("select")) {
        return false;
      }
      first = false;
      switch (token.kind()) {
        case IDENTIFIER, QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> {
          if (!CONSTANT.contains(word) && !last.equals("as")) {
            return false;
          }
        }
        case OPERATOR -> {
          return false;
        }
        default -> {}
      }
      last = word;
    }
    return true;
  }
}
