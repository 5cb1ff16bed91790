package dev.pgstow.sql;

import dev.pgstow.sql.SqlToken.Kind;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Splits SQL text into tokens by the rules of PostgreSQL's {@code scan.l}. The tokens tile the
 * text: each starts where the one before ended. Takes any text, and linear time; what is not
 * terminated runs to the end and says so.
 *
 * <p>Strings in several pieces, one a line, are several tokens. {@code N'…'} is an identifier and a
 * string. Not safe for use by several threads.
 */
public final class SqlLexer implements Iterator<SqlToken> {
  private final String sql;
  private int position;
  private boolean terminated;
  private final Continuation continuation;
  private final Operators operators;

  /** A lexer that stands at the start of the text. */
  public SqlLexer(CharSequence sql) {
    this(sql, true);
  }

  /**
   * As above, for any setting of {@code standard_conforming_strings}; where it is off, {@code '…'}
   * is an escape string.
   */
  public SqlLexer(CharSequence sql, boolean standardConforming) {
    this.sql = sql.toString();
    this.operators = new Operators(this.sql);
    this.continuation = new Continuation(standardConforming ? Kind.STRING : Kind.ESCAPE_STRING);
  }

  /** The tokens of a text, each time anew. */
  public static Iterable<SqlToken> tokens(CharSequence sql) {
    return () -> new SqlLexer(sql);
  }

  @Override
  public boolean hasNext() {
    return position < sql.length();
  }

  @Override
  public SqlToken next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int start = position;
    terminated = true;
    Kind kind = scan();
    SqlToken token = new SqlToken(kind, start, position, terminated);
    continuation.after(sql, token);
    return token;
  }

  private Kind scan() {
    char c = sql.charAt(position);
    if (CharacterClass.isSpace(c)) {
      return whitespace();
    }
    if (CharacterClass.startsIdentifier(c)) {
      return word(c);
    }
    if (CharacterClass.isDigit(c) || (c == '.' && CharacterClass.isDigit(at(position + 1)))) {
      position = Numbers.end(sql, position);
      return Kind.NUMBER;
    }
    return switch (c) {
      case '\'' -> string(continuation.kind(), position + 1);
      case '"' -> quotedIdentifier(Kind.QUOTED_IDENTIFIER, position + 1);
      case '$' -> dollar();
      case ',', ';', '(', ')', '[', ']', '.', ':' -> punctuation(c);
      default -> operatorOrComment(c);
    };
  }

  private Kind whitespace() {
    do {
      position++;
    } while (CharacterClass.isSpace(at(position)));
    return Kind.WHITESPACE;
  }

  private Kind word(char first) {
    char second = at(position + 1);
    if (second == '\'') {
      switch (first) {
        case 'e', 'E' -> {
          return string(Kind.ESCAPE_STRING, position + 2);
        }
        case 'b', 'B', 'x', 'X' -> {
          return string(Kind.BIT_STRING, position + 2);
        }
        default -> {}
      }
    }
    if ((first == 'u' || first == 'U') && second == '&') {
      if (at(position + 2) == '\'') {
        return string(Kind.UNICODE_STRING, position + 3);
      }
      if (at(position + 2) == '"') {
        return quotedIdentifier(Kind.UNICODE_IDENTIFIER, position + 3);
      }
    }
    do {
      position++;
    } while (CharacterClass.continuesIdentifier(at(position)));
    return Kind.IDENTIFIER;
  }

  private Kind string(Kind kind, int body) {
    position = body;
    while (position < sql.length()) {
      char c = sql.charAt(position++);
      if (c == '\\' && kind == Kind.ESCAPE_STRING) {
        position = Math.min(position + 1, sql.length());
      } else if (c == '\'' && at(position) == '\'') {
        position++;
      } else if (c == '\'') {
        return kind;
      }
    }
    terminated = false;
    return kind;
  }

  private Kind quotedIdentifier(Kind kind, int body) {
    position = body;
    while (position < sql.length()) {
      if (sql.charAt(position++) == '"') {
        if (at(position) != '"') {
          return kind;
        }
        position++;
      }
    }
    terminated = false;
    return kind;
  }

  private Kind dollar() {
    int start = position++;
    if (CharacterClass.isDigit(at(position))) {
      do {
        position++;
      } while (CharacterClass.isDigit(at(position)));
      return Kind.PARAMETER;
    }
    int tagEnd = position;
    if (CharacterClass.startsIdentifier(at(tagEnd))) {
      do {
        tagEnd++;
      } while (CharacterClass.continuesTag(at(tagEnd)));
    }
    if (at(tagEnd) != '$') {
      return Kind.OTHER;
    }
    String delimiter = sql.substring(start, tagEnd + 1);
    int close = sql.indexOf(delimiter, tagEnd + 1);
    terminated = close >= 0;
    position = terminated ? close + delimiter.length() : sql.length();
    return Kind.DOLLAR_STRING;
  }

  private Kind punctuation(char c) {
    char second = at(position + 1);
    boolean pair = (c == ':' && (second == ':' || second == '=')) || (c == '.' && second == '.');
    position += pair ? 2 : 1;
    return Kind.PUNCTUATION;
  }

  private Kind operatorOrComment(char c) {
    char second = at(position + 1);
    if (c == '-' && second == '-') {
      while (position < sql.length() && !CharacterClass.isNewline(sql.charAt(position))) {
        position++;
      }
      return Kind.LINE_COMMENT;
    }
    if (c == '/' && second == '*') {
      return blockComment();
    }
    if (!CharacterClass.isOperator(c)) {
      position += Character.isSurrogatePair(c, second) ? 2 : 1;
      return Kind.OTHER;
    }
    position = operators.end(position);
    return Kind.OPERATOR;
  }

  private Kind blockComment() {
    position += 2;
    for (int depth = 1; depth > 0; ) {
      if (position >= sql.length()) {
        terminated = false;
        return Kind.BLOCK_COMMENT;
      }
      char c = sql.charAt(position);
      char second = at(position + 1);
      boolean opens = c == '/' && second == '*';
      boolean closes = c == '*' && second == '/';
      depth += opens ? 1 : closes ? -1 : 0;
      position += opens || closes ? 2 : 1;
    }
    return Kind.BLOCK_COMMENT;
  }

  /** The character, or NUL behind the end: no rule takes a NUL. */
  private char at(int index) {
    return index < sql.length() ? sql.charAt(index) : '\0';
  }

  /**
   * A string goes on in the next one if only white space with a newline and line comments stand
   * between; its kind decides how the rest is read.
   */
  private static final class Continuation {
    private final Kind plain;
    private Kind kind;
    private boolean newline;

    Continuation(Kind plain) {
      this.plain = plain;
      this.kind = plain;
    }

    Kind kind() {
      return newline ? kind : plain;
    }

    void after(String sql, SqlToken token) {
      switch (token.kind()) {
        case STRING, ESCAPE_STRING, UNICODE_STRING, BIT_STRING -> {
          kind = token.kind();
          newline = false;
        }
        case WHITESPACE -> newline = newline || hasNewline(sql, token);
        case LINE_COMMENT -> {}
        default -> {
          kind = plain;
          newline = false;
        }
      }
    }

    private static boolean hasNewline(String sql, SqlToken token) {
      for (int i = token.start(); i < token.end(); i++) {
        if (CharacterClass.isNewline(sql.charAt(i))) {
          return true;
        }
      }
      return false;
    }
  }
}
