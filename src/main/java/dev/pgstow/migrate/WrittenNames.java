package dev.pgstow.migrate;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The tables a script writes to, so far as they stand in its text, bodies left out. */
final class WrittenNames {
  private WrittenNames() {}

  static Set<String> of(Script script) {
    Set<String> names = new LinkedHashSet<>();
    for (SqlStatement statement : script.statements()) {
      collect(script.sql(statement), names);
    }
    return names;
  }

  private static void collect(String sql, Set<String> names) {
    String last = "";
    StringBuilder name = new StringBuilder();
    boolean naming = false;
    for (SqlToken token : SqlLexer.tokens(sql)) {
      if (token.isBlank()) {
        continue;
      }
      String text = token.text(sql);
      String word = text.toLowerCase(Locale.ROOT);
      boolean part = isName(token) || text.equals(".");
      if (naming && word.equals("only") && name.isEmpty()) {
        continue;
      }
      if (naming && part && (text.equals(".") || name.isEmpty() || endsWithDot(name))) {
        name.append(text);
      } else if (naming) {
        names.add(name.toString());
        naming = false;
      }
      if (!naming && isWrite(last, word)) {
        naming = true;
        name.setLength(0);
      }
      last = word;
    }
    if (naming && !name.isEmpty()) {
      names.add(name.toString());
    }
    names.remove("");
  }

  private static boolean isWrite(String last, String word) {
    return switch (word) {
      case "into" -> last.equals("insert") || last.equals("merge");
      case "from" -> last.equals("delete");
      // Not that of ON UPDATE, FOR UPDATE and DO UPDATE SET.
      case "update" -> last.isEmpty() || last.equals("(") || last.equals(")");
      default -> false;
    };
  }

  private static boolean isName(SqlToken token) {
    return switch (token.kind()) {
      case IDENTIFIER, QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> true;
      default -> false;
    };
  }

  private static boolean endsWithDot(StringBuilder name) {
    return name.length() > 0 && name.charAt(name.length() - 1) == '.';
  }
}
