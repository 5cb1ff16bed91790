package dev.pgstow.source;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import dev.pgstow.sql.TokenValue;
import org.jspecify.annotations.Nullable;

/** The names that occur in SQL, in dollar-quoted bodies too; not those in strings and comments. */
final class ScriptNames {
  /** Bodies within bodies are rare; whoever nests deeper writes no SQL. */
  private static final int DEPTH = 8;

  private final Listener listener;
  private String qualifier = "";
  private String name = "";
  private boolean pending;
  private boolean afterDot;

  private ScriptNames(Listener listener) {
    this.listener = listener;
  }

  /** Is told of names. */
  interface Listener {
    /** A name in front of a dot. */
    void schema(String name);

    /**
     * A name with no dot behind it.
     *
     * @param qualifier the name in front of the dot before it; empty if there is none
     * @param call whether an opening parenthesis follows
     */
    void name(String qualifier, String name, boolean call);
  }

  static void scan(String sql, Listener listener) {
    scan(sql, listener, DEPTH);
  }

  private static void scan(String sql, Listener listener, int depth) {
    ScriptNames names = new ScriptNames(listener);
    for (SqlToken token : SqlLexer.tokens(sql)) {
      switch (token.kind()) {
        case WHITESPACE, LINE_COMMENT, BLOCK_COMMENT -> {}
        case IDENTIFIER, QUOTED_IDENTIFIER, UNICODE_IDENTIFIER ->
            names.identifier(TokenValue.of(sql, token));
        case DOLLAR_STRING -> {
          names.flush(false);
          if (depth > 0) {
            scan(TokenValue.of(sql, token), listener, depth - 1);
          }
        }
        default -> names.other(sql, token);
      }
    }
    names.flush(false);
  }

  private void identifier(String value) {
    @Nullable String before = afterDot ? name : null;
    if (!afterDot) {
      flush(false);
    }
    qualifier = before == null ? "" : before;
    name = value;
    pending = true;
    afterDot = false;
  }

  private void other(String sql, SqlToken token) {
    boolean single = token.end() - token.start() == 1;
    char c = sql.charAt(token.start());
    if (single && c == '.' && pending) {
      listener.schema(name);
      pending = false;
      afterDot = true;
      return;
    }
    flush(single && c == '(');
  }

  private void flush(boolean call) {
    if (pending) {
      listener.name(qualifier, name, call);
    }
    pending = false;
    afterDot = false;
  }
}
