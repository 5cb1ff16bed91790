package dev.pgstow.metaschema;

import dev.pgstow.sql.SqlLexer;
import dev.pgstow.sql.SqlToken;
import dev.pgstow.sql.TokenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statements of a script, those in the bodies of DO blocks included, as lists of tokens. */
final class Statements {

  /** A token with what it stands for; {@code word} is its upper-case text if it is unquoted. */
  record Token(SqlToken.Kind kind, String value, String word) {
    boolean is(String expected) {
      return word.equals(expected);
    }

    boolean isName() {
      return switch (kind) {
        case IDENTIFIER, QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> true;
        default -> false;
      };
    }

    boolean isString() {
      return switch (kind) {
        case STRING, ESCAPE_STRING, UNICODE_STRING, DOLLAR_STRING -> true;
        default -> false;
      };
    }
  }

  private Statements() {}

  static List<List<Token>> of(String sql) {
    List<List<Token>> statements = new ArrayList<>();
    collect(sql, statements);
    return statements;
  }

  private static void collect(String sql, List<List<Token>> statements) {
    List<Token> statement = new ArrayList<>();
    for (SqlToken token : SqlLexer.tokens(sql)) {
      if (token.isBlank()) {
        continue;
      }
      String text = token.text(sql);
      if (text.equals(";")) {
        statements.add(statement);
        statement = new ArrayList<>();
        continue;
      }
      Token next =
          switch (token.kind()) {
            case IDENTIFIER, PUNCTUATION, OPERATOR, NUMBER ->
                new Token(token.kind(), TokenValue.of(sql, token), text.toUpperCase(Locale.ROOT));
            default -> new Token(token.kind(), TokenValue.of(sql, token), "");
          };
      statement.add(next);
      if (token.kind() == SqlToken.Kind.DOLLAR_STRING && statement.get(0).is("DO")) {
        collect(next.value(), statements);
      }
    }
    statements.add(statement);
  }
}
