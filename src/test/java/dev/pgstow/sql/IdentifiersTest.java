package dev.pgstow.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.TestServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
  private static final String ALPHABET = "aab_z09$ABÉé日\"' -.\\\n😀";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "app, app",
        "_a9, _a9",
        "az_09, az_09",
        "0a, \"0a\"",
        "App, \"App\"",
        "a$b, \"a$b\"",
        "9a, \"9a\"",
        "é, \"é\"",
        "table, \"table\"",
        "between, \"between\"",
        "left, \"left\"",
        "index, index",
        "a\"b, \"a\"\"b\"",
        "``, \"\"",
      })
  void quotesWhereNeeded(String name, String quoted) {
    assertEquals(quoted, Identifiers.quote(name));
    assertEquals(name.equals(quoted), Identifiers.isPlain(name));
  }

  @Test
  void keywordsNeedNoQuotesBehindADot() {
    assertEquals("metaschema_public.table", Identifiers.qualify("metaschema_public", "table"));
    assertEquals("\"user\".\"User\"", Identifiers.qualify("user", "User"));
    assertEquals("\"a-b\".\"a$b\"", Identifiers.qualify("a-b", "a$b"));
  }

  @Test
  void quoteAlwaysQuotesPlainNamesToo() {
    assertEquals("\"app\"", Identifiers.quoteAlways("app"));
    for (String name : List.of("a\0b", "\0")) {
      assertThrows(IllegalArgumentException.class, () -> Identifiers.quote(name));
    }
  }

  @Test
  @Tag("server")
  void theServersKeywordsAreQuotedAsTheServerDoes() throws SQLException {
    List<String> words = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT word, catcode, quote_ident(word) FROM pg_get_keywords()")) {
      while (rows.next()) {
        String word = rows.getString(1);
        words.add(word);
        if (!rows.getString(2).equals("U")) {
          assertFalse(Identifiers.isPlain(word), word);
        }
        // A server older than 17 knows fewer key words than we quote.
        if (connection.getMetaData().getDatabaseMajorVersion() >= 17) {
          assertEquals(rows.getString(3), Identifiers.quote(word));
        }
      }
    }
    assertTrue(words.size() > 400);
  }

  @Test
  @Tag("server")
  void anyNameIsQuotedAsTheServerDoes() throws SQLException {
    Random random = new Random(17);
    String[] names = new String[3_000];
    for (int i = 0; i < names.length; i++) {
      names[i] = name(random);
    }
    try (Connection connection = TestServer.shared().connect("postgres");
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT n, quote_ident(n) FROM unnest(?::text[]) WITH ORDINALITY u(n, o) ORDER BY o")) {
      statement.setArray(1, connection.createArrayOf("text", names));
      try (ResultSet rows = statement.executeQuery()) {
        int count = 0;
        while (rows.next()) {
          assertEquals(names[count++], rows.getString(1));
          assertEquals(rows.getString(2), Identifiers.quote(rows.getString(1)));
        }
        assertEquals(names.length, count);
      }
    }
  }

  @Test
  @Tag("server")
  void qualifiedKeywordsAreAcceptedByTheServer() throws SQLException {
    try (Connection connection = TestServer.shared().connect("postgres");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("CREATE SCHEMA " + Identifiers.quote("order"));
      for (String word : List.of("table", "select", "between", "left", "user", "end")) {
        String qualified = Identifiers.qualify("order", word);
        statement.execute("CREATE TABLE " + qualified + " (a int)");
        statement.execute("INSERT INTO " + qualified + " SELECT 1 FROM " + qualified);
      }
      connection.rollback();
    }
  }

  private static String name(Random random) {
    int[] alphabet = ALPHABET.codePoints().toArray();
    StringBuilder name = new StringBuilder();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      name.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return name.toString();
  }
}
