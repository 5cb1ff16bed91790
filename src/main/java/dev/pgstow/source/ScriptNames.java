package dev.pgstow.source;

import dev.pgstow.sql.Identifiers;
import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import dev.pgstow.sql.TokenValue;
import java.util.Locale;
import java.util.Set;

/**
 * The names that occur in SQL, in dollar-quoted bodies too; not those in strings and comments. It
 * tells by a name's neighbours whether it can be a function's or a type's: a column may well be
 * called {@code email}.
 */
public final class ScriptNames {
  /** Bodies within bodies are rare; whoever nests deeper writes no SQL. */
  private static final int DEPTH = 8;

  /** Reserved words behind which a type, an operator class or the like may stand. */
  private static final Set<String> BEFORE_TYPES =
      Set.of("FROM", "JOIN", "LANGUAGE", "RETURNS", "SETOF", "TYPE", "USING", "WRAPPER");

  /** Words that need no quotes, but behind which stands a column or something that is new. */
  private static final Set<String> BEFORE_OTHERS =
      Set.of(
          "ADD",
          "ALTER",
          "BY",
          "DELETE",
          "DROP",
          "FUNCTION",
          "IF",
          "INDEX",
          "INSERT",
          "OF",
          "POLICY",
          "PROCEDURE",
          "RENAME",
          "RETURN",
          "ROLE",
          "SCHEMA",
          "SET",
          "TRIGGER",
          "UPDATE",
          "VIEW");

  private static final Set<String> BEFORE_TABLES = Set.of("INTO", "TABLE", "REFERENCES");

  private final Listener listener;
  private String qualifier = "";
  private String name = "";
  private boolean pending;
  private boolean afterDot;
  private String before = "";
  private boolean beforeIsName;
  private String last = "";
  private boolean lastIsName;

  private ScriptNames(Listener listener) {
    this.listener = listener;
  }

  /** Is told of names. */
  public interface Listener {
    /** A name in front of a dot. */
    void qualifier(String name);

    /** A name that none follows, whatever it is. */
    void mention(String name);

    /**
     * A name where a function may be called.
     *
     * @param qualifier the name in front of the dot before it; empty if there is none
     */
    void call(String qualifier, String name);

    /** A name where a type, an operator class, a language or a table may be meant. */
    void type(String qualifier, String name);
  }

  /** Tells the listener of the names in a script, in their order. */
  public static void scan(String sql, Listener listener) {
    scan(sql, listener, DEPTH);
  }

  private static void scan(String sql, Listener listener, int depth) {
    ScriptNames names = new ScriptNames(listener);
    for (SqlToken token : SqlLexer.tokens(sql)) {
      switch (token.kind()) {
        case WHITESPACE, LINE_COMMENT, BLOCK_COMMENT -> {}
        case IDENTIFIER -> {
          String value = TokenValue.of(sql, token);
          names.identifier(value, value.toUpperCase(Locale.ROOT));
        }
        case QUOTED_IDENTIFIER, UNICODE_IDENTIFIER ->
            names.identifier(TokenValue.of(sql, token), "");
        case DOLLAR_STRING -> {
          names.other("$");
          if (depth > 0) {
            scan(TokenValue.of(sql, token), listener, depth - 1);
          }
        }
        default -> names.other(token.end() - token.start() > 2 ? "" : token.text(sql));
      }
    }
    names.flush("");
  }

  private void identifier(String value, String word) {
    if (afterDot) {
      qualifier = name;
    } else {
      flush(word);
      qualifier = "";
      before = last;
      beforeIsName = lastIsName;
    }
    name = value;
    pending = true;
    afterDot = false;
    last = word;
    lastIsName = word.isEmpty() || (Identifiers.isPlain(value) && !BEFORE_OTHERS.contains(word));
  }

  private void other(String text) {
    if (text.equals(".") && pending) {
      listener.qualifier(name);
      pending = false;
      afterDot = true;
      return;
    }
    flush(text);
    last = text;
    lastIsName = false;
  }

  private void flush(String next) {
    if (pending) {
      listener.mention(name);
      if (next.equals("(") && !BEFORE_TABLES.contains(before)) {
        listener.call(qualifier, name);
      }
      if (isTypePlace(next)) {
        listener.type(qualifier, name);
      }
    }
    pending = false;
    afterDot = false;
  }

  private boolean isTypePlace(String next) {
    return beforeIsName
        || before.equals("::")
        || before.equals(")")
        || BEFORE_TYPES.contains(before)
        || (before.equals("AS") && next.equals(")"));
  }
}
