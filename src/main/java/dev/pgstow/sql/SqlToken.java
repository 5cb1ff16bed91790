package dev.pgstow.sql;

/**
 * A piece of SQL text.
 *
 * @param start index of its first character
 * @param end index behind its last character; always greater than {@code start}
 * @param terminated false if the text ended before the string, comment or quoted identifier did
 */
public record SqlToken(Kind kind, int start, int end, boolean terminated) {

  /** What a token is. */
  public enum Kind {
    WHITESPACE,
    /** {@code -- …}, without the line's end. */
    LINE_COMMENT,
    /** {@code /* … *}{@code /}, with the comments nested in it. */
    BLOCK_COMMENT,
    /** {@code '…'}, where a backslash is an ordinary character. */
    STRING,
    /** {@code E'…'}, or a {@code '…'} that continues one on a later line. */
    ESCAPE_STRING,
    /** {@code U&'…'}. */
    UNICODE_STRING,
    /** {@code B'…'} or {@code X'…'}. */
    BIT_STRING,
    /** {@code $tag$…$tag$}. */
    DOLLAR_STRING,
    /** {@code "…"}. */
    QUOTED_IDENTIFIER,
    /** {@code U&"…"}. */
    UNICODE_IDENTIFIER,
    /** An unquoted name or a key word. */
    IDENTIFIER,
    NUMBER,
    /** {@code $1}. */
    PARAMETER,
    OPERATOR,
    /** One of {@code , ; ( ) [ ] . : :: := ..}. */
    PUNCTUATION,
    /** What is no SQL, such as a psql backslash or a stray {@code $}; one character. */
    OTHER
  }

  /** The token's text. */
  public String text(CharSequence sql) {
    return sql.subSequence(start, end).toString();
  }

  /** Whether the parser would not see it: white space or a comment. */
  public boolean isBlank() {
    return kind == Kind.WHITESPACE || kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }
}
