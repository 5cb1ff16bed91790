package dev.pgstow.migrate;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import dev.pgstow.sql.TokenValue;
import java.util.regex.Pattern;

/** Scripts and {@code session_replication_role}, so far as their text tells. */
final class ReplicaRole {
  private static final String NAME = "session_replication_role";
  private static final Pattern MENTION = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);

  private ReplicaRole() {}

  /** Whether the setting is named anywhere, comments and bodies of functions included. */
  static boolean isNamedIn(String text) {
    return MENTION.matcher(text).find();
  }

  /** Whether a script sets it when it runs: by SET or set_config, also in the body of a DO. */
  static boolean isSetBy(Script script) {
    return isNamedIn(script.text())
        && script.statements().stream()
            .anyMatch(it -> isSet(script.sql(it), it.word(0).equals("do")));
  }

  private static boolean isSet(String sql, boolean bodies) {
    if (!isNamedIn(sql)) {
      return false;
    }
    String before = "";
    String last = "";
    for (SqlToken token : SqlLexer.tokens(sql)) {
      if (token.isBlank()) {
        continue;
      }
      String value = TokenValue.of(sql, token);
      boolean set =
          switch (token.kind()) {
            case IDENTIFIER, QUOTED_IDENTIFIER ->
                value.equalsIgnoreCase(NAME)
                    && (last.equals("set")
                        || (before.equals("set")
                            && (last.equals("session") || last.equals("local"))));
            case STRING, ESCAPE_STRING, DOLLAR_STRING ->
                (value.equalsIgnoreCase(NAME) && before.equals("set_config") && last.equals("("))
                    || (bodies && isSet(value, true));
            default -> false;
          };
      if (set) {
        return true;
      }
      before = last;
      last = value;
    }
    return false;
  }
}
