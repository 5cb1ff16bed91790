package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "postgresql:// → {}",
        "postgresql://h → {HOST=h}",
        "postgresql://h:1 → {HOST=h, PORT=1}",
        "postgresql:///d → {DBNAME=d}",
        "postgres://u@/d → {USER=u, DBNAME=d}",
        "postgres://u:p@h/d → {HOST=h, USER=u, PASSWORD=p, DBNAME=d}",
        "postgres://:p@h → {HOST=h, PASSWORD=p}",
        "postgres://a:1,b,[::1]:3/d → {HOST=a,b,::1, PORT=1,,3, DBNAME=d}",
        "postgres://[fe80::1%25eth0]/ → {HOST=fe80::1%eth0}",
        "postgres://%2Fvar%2Frun/d → {HOST=/var/run, DBNAME=d}",
        "postgres:///d?host=/tmp&port=6 → {HOST=/tmp, PORT=6, DBNAME=d}",
        "postgres://h?sslmode=require → {HOST=h, SSLMODE=require}",
        "postgres://h/d?ssl=true&options=-c%20a%3Db → {HOST=h, DBNAME=d, SSLMODE=require, OPTIONS=-c a=b}",
        "jdbc:postgresql://h:1/d?user=u&password=p → {HOST=h, PORT=1, USER=u, PASSWORD=p, DBNAME=d}",
        "jdbc:postgresql://h/d?ApplicationName=x&connectTimeout=3 → {HOST=h, DBNAME=d, CONNECT_TIMEOUT=3, APPLICATION_NAME=x}",
        "postgres://h/d+e?application_name=a+b → {HOST=h, DBNAME=d+e, APPLICATION_NAME=a+b}",
      })
  void reads(String url, String values) {
    assertEquals(values, ConnectionUrl.parse("The URL", url).toString());
  }

  @Test
  void onlyUrlsAreUrls() {
    assertFalse(ConnectionUrl.isUrl("http://h"));
    assertFalse(ConnectionUrl.isUrl("postgresql:h"));
  }

  @Property(tries = 300)
  void encodedTextComesBack(
      @ForAll @StringLength(min = 1) String user,
      @ForAll @StringLength(min = 1) String password,
      @ForAll @StringLength(min = 1) String database) {
    String url =
        "postgresql://%s:%s@h/%s".formatted(encode(user), encode(password), encode(database));
    Map<Keyword, String> expected = new EnumMap<>(Keyword.class);
    expected.put(Keyword.USER, plain(user));
    expected.put(Keyword.PASSWORD, plain(password));
    expected.put(Keyword.HOST, "h");
    expected.put(Keyword.DBNAME, plain(database));
    expected.values().removeIf(String::isEmpty);
    assertEquals(expected, ConnectionUrl.parse("The URL", url));
  }

  /** No NUL, which no URL can hold, and no half of a surrogate pair. */
  private static String plain(String text) {
    return new String(
        text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(plain(text), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
