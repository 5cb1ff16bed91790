package dev.pgstow.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.sql.SqlToken.Kind;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SqlLexerPropertyTest {

  @Property
  void tokensTileAnyText(@ForAll String sql) {
    assertTiles(sql);
  }

  @Property
  void tokensTileWhatLooksLikeSql(@ForAll("sqlish") String sql) {
    assertTiles(sql);
  }

  @Property
  void aQuotedLiteralIsOneTokenThatMeansTheText(@ForAll String text) {
    String plain = text.replace("\0", "");
    String sql = Literals.quote(plain);
    SqlToken token = only(sql);
    assertTrue(token.kind() == Kind.STRING || token.kind() == Kind.ESCAPE_STRING);
    assertEquals(plain, TokenValue.of(sql, token));
  }

  @Property
  void aQuotedIdentifierIsOneTokenThatMeansTheName(@ForAll("names") String name) {
    String sql = Identifiers.quote(name);
    assertEquals(name, TokenValue.of(sql, only(sql)));
  }

  @Property
  void theValueOfAnyTokenCanBeAsked(@ForAll("sqlish") String sql) {
    for (SqlToken token : SqlLexer.tokens(sql)) {
      assertTrue(TokenValue.of(sql, token).length() <= token.end() - token.start());
    }
  }

  @Provide
  Arbitrary<String> sqlish() {
    return Arbitraries.of(
            "'",
            "''",
            "\"",
            "$",
            "$$",
            "$a$",
            "E'",
            "U&'",
            "U&\"",
            "x'",
            "\\",
            "\\x4",
            "\\u00e9",
            "\\+0000e9",
            "\\303\\251",
            "--",
            "/*",
            "*/",
            "\n",
            " ",
            "a",
            "Z",
            "é",
            "1",
            ".",
            "_",
            "e",
            "+",
            "-",
            "*",
            "@",
            "=",
            ":",
            ";",
            "(",
            ",",
            "0x",
            "\0",
            "😀")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("ab_9$AÉ日\" -.'\\").ofMinLength(1);
  }

  private static SqlToken only(String sql) {
    SqlLexer lexer = new SqlLexer(sql);
    SqlToken token = lexer.next();
    assertEquals(sql.length(), token.end());
    assertTrue(token.terminated());
    return token;
  }

  private static void assertTiles(String sql) {
    int at = 0;
    for (SqlToken token : SqlLexer.tokens(sql)) {
      assertEquals(at, token.start());
      assertTrue(token.end() > token.start());
      at = token.end();
      assertTrue(token.terminated() || at == sql.length());
    }
    assertEquals(sql.length(), at);
  }
}
