package dev.pgstow.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  @Test
  void quotesAreDoubled() {
    assertEquals("''", Literals.quote(""));
    assertEquals("'it''s'", Literals.quote("it's"));
    assertEquals("'line\nbreak'", Literals.quote("line\nbreak"));
  }

  @Test
  void backslashesMakeAnEscapeString() {
    assertEquals("E'back\\\\slash'", Literals.quote("back\\slash"));
    assertEquals("E'''\\\\'", Literals.quote("'\\"));
  }

  @Test
  void nulIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Literals.quote("a\0"));
  }

  @Test
  @Tag("server")
  void theServerReadsBackWhatWasQuotedUnderEitherSetting() throws SQLException {
    try (Connection connection = TestServer.shared().connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("on", "off")) {
        statement.execute("SET standard_conforming_strings = " + setting);
        statement.setEscapeProcessing(false);
        for (String text : List.of("", "'", "\\", "\\'", "a\\nb", "$1 $$ ?", "\t\u0001é日😀")) {
          try (ResultSet row = statement.executeQuery("SELECT " + Literals.quote(text))) {
            row.next();
            assertEquals(text, row.getString(1));
          }
        }
      }
    }
  }
}
