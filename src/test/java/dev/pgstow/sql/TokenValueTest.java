package dev.pgstow.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenValueTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"FooBar,foobar", "ÉA,Éa", "\"Foo\"\"Bar\",Foo\"Bar", "U&\"d\\0061t\\+000061\",data"})
  void namesOfIdentifiers(String sql, String name) {
    assertEquals(name, value(sql));
  }

  @Test
  void unterminatedTokensGiveWhatThereIs() {
    assertEquals("a'", value("'a''"));
    assertEquals("a", value("$t$a"));
    assertEquals("a\\", value("E'a\\"));
  }

  @Test
  @Tag("server")
  void stringsMeanWhatTheServerTakesThemFor() throws SQLException {
    List<String> strings =
        List.of(
            "'a''b\\n'",
            "E'a''b\\'\\n\\t\\b\\f\\r\\\\\\q'",
            "E'\\x41\\101\\u00e9\\U0001F600\\303\\251\\xc3\\xa9'",
            "E'\\ud83d\\ude00'",
            "U&'d\\0061t\\+000061 \\\\ '''",
            "$$a'b$c$$",
            "$t$ $$ $t$");
    try (Connection connection = TestServer.shared().connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String string : strings) {
        try (ResultSet row = statement.executeQuery("SELECT " + string)) {
          row.next();
          assertEquals(row.getString(1), value(string));
        }
      }
    }
  }

  private static String value(String sql) {
    return TokenValue.of(sql, new SqlLexer(sql).next());
  }
}
