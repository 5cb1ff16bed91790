package dev.pgstow.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.sql.SqlToken.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLexerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "select a.b, c; → IDENTIFIER IDENTIFIER PUNCTUATION IDENTIFIER PUNCTUATION IDENTIFIER PUNCTUATION",
        "a-b → IDENTIFIER OPERATOR IDENTIFIER",
        "a$b é日1 → IDENTIFIER IDENTIFIER",
        "'it''s' 'a\\' 'b' → STRING STRING STRING",
        "E'a\\'b' e'' → ESCAPE_STRING ESCAPE_STRING",
        "U&'\\0041' u&\"a\"\"b\" → UNICODE_STRING UNICODE_IDENTIFIER",
        "B'01' x'ff' N'a' → BIT_STRING BIT_STRING IDENTIFIER STRING",
        "\"a\"\"b\".\"c\" → QUOTED_IDENTIFIER PUNCTUATION QUOTED_IDENTIFIER",
        "$$a$b$$ $t$ $$ $T$ $t$ → DOLLAR_STRING DOLLAR_STRING",
        "a$$b$$ → IDENTIFIER",
        "$1 $12a → PARAMETER PARAMETER IDENTIFIER",
        "$a → OTHER IDENTIFIER",
        "1 1.5 .5 1. 1e10 1.5E-3 0xFF 1_000 → NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER",
        "1..10 → NUMBER PUNCTUATION NUMBER",
        "1e 1a 0x → NUMBER IDENTIFIER NUMBER IDENTIFIER NUMBER IDENTIFIER",
        "1$$a$$ → NUMBER DOLLAR_STRING",
        "a::text := b => c → IDENTIFIER PUNCTUATION IDENTIFIER PUNCTUATION IDENTIFIER OPERATOR IDENTIFIER",
        "a=-1 → IDENTIFIER OPERATOR OPERATOR NUMBER",
        "a @-1 → IDENTIFIER OPERATOR NUMBER",
        "a *+-1 → IDENTIFIER OPERATOR OPERATOR OPERATOR NUMBER",
        "a+--b → IDENTIFIER OPERATOR LINE_COMMENT",
        "a*/*b*/c → IDENTIFIER OPERATOR BLOCK_COMMENT IDENTIFIER",
        "/* a /* b */ c */ d → BLOCK_COMMENT IDENTIFIER",
        "-- a'b → LINE_COMMENT",
        "\\d {} → OTHER IDENTIFIER OTHER OTHER",
      })
  void kinds(String sql, String kinds) {
    String got =
        tokens(sql).stream()
            .filter(t -> t.kind() != Kind.WHITESPACE)
            .map(t -> t.kind().name())
            .collect(Collectors.joining(" "));
    assertEquals(kinds, got);
    assertTrue(tokens(sql).stream().allMatch(SqlToken::terminated));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'a",
        "'a''",
        "E'a\\'",
        "E'\\",
        "U&'",
        "x'1",
        "\"a",
        "U&\"a\"\"",
        "$a$b",
        "$$a$",
        "/*/**/"
      })
  void whatIsNotTerminatedRunsToTheEnd(String sql) {
    List<SqlToken> tokens = tokens("a " + sql);
    SqlToken last = tokens.get(tokens.size() - 1);
    assertEquals(3, tokens.size());
    assertFalse(last.terminated());
    assertEquals(sql, last.text("a " + sql));
  }

  @Test
  void aStringContinuedOnTheNextLineKeepsItsKind() {
    assertEquals(List.of(Kind.ESCAPE_STRING, Kind.ESCAPE_STRING), shown("E'a' -- b\n 'c\\'d'"));
    assertEquals(List.of(Kind.ESCAPE_STRING, Kind.STRING), shown("E'a' 'c'"));
    assertEquals(List.of(Kind.STRING, Kind.STRING), shown("'a'\n'c\\'"));
    assertEquals(List.of(Kind.ESCAPE_STRING, Kind.PUNCTUATION, Kind.STRING), shown("E'a',\n'c\\'"));
  }

  @Test
  void lineCommentsEndBeforeTheLineDoes() {
    assertEquals("-- a", tokens("-- a\r\nb").get(0).text("-- a\r\nb"));
  }

  @Test
  void behindTheEndThereIsNothing() {
    SqlLexer lexer = new SqlLexer("");
    assertFalse(lexer.hasNext());
    assertThrows(NoSuchElementException.class, lexer::next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+", "+-", "*+", "$a", "$a$", "$", "'", "/*", "*/", "\"", "E'\\", "1e", "_1", "''\n", "-",
        "$1$"
      })
  void timeIsLinear(String piece) {
    String sql = "=" + piece.repeat(1_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          int end = 0;
          for (SqlToken token : SqlLexer.tokens(sql)) {
            end = token.end();
          }
          assertEquals(sql.length(), end);
        });
  }

  private static List<Kind> shown(String sql) {
    return tokens(sql).stream().filter(t -> !t.isBlank()).map(SqlToken::kind).toList();
  }

  private static List<SqlToken> tokens(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    SqlLexer.tokens(sql).forEach(tokens::add);
    return tokens;
  }
}
