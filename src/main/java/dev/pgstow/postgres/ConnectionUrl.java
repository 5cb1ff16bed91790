package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code postgresql://} URL, read as libpq's {@code conninfo_uri_parse} reads it, and pgjdbc's
 * {@code jdbc:postgresql://} with the parameters both know. Messages never quote the URL, which can
 * hold a password.
 */
final class ConnectionUrl {
  private static final String JDBC = "jdbc:";
  private static final Map<String, Keyword> JDBC_NAMES =
      Map.of(
          "ApplicationName", Keyword.APPLICATION_NAME,
          "connectTimeout", Keyword.CONNECT_TIMEOUT,
          "channelBinding", Keyword.CHANNEL_BINDING,
          "gssEncMode", Keyword.GSSENCMODE);

  private final String source;
  private final String rest;
  private final EnumMap<Keyword, String> values = new EnumMap<>(Keyword.class);

  private ConnectionUrl(String source, String rest) {
    this.source = source;
    this.rest = rest;
  }

  /** Whether the text is meant as a URL. */
  static boolean isUrl(String text) {
    return schemeLength(text) > 0;
  }

  /**
   * The parameters a URL gives.
   *
   * @param source what messages call it
   * @throws Failure {@code bad-url}, {@code unknown-connection-parameter}
   */
  static EnumMap<Keyword, String> parse(String source, String url) {
    ConnectionUrl parsed = new ConnectionUrl(source, url.substring(schemeLength(url)));
    parsed.parse();
    return parsed.values;
  }

  private static int schemeLength(String text) {
    int start = text.startsWith(JDBC) ? JDBC.length() : 0;
    for (String scheme : List.of("postgresql://", "postgres://")) {
      if (text.startsWith(scheme, start)) {
        return start + scheme.length();
      }
    }
    return 0;
  }

  private void parse() {
    int at = firstOf("@/", 0);
    int hostStart = 0;
    if (at < rest.length() && rest.charAt(at) == '@') {
      String credentials = rest.substring(0, at);
      int colon = credentials.indexOf(':');
      put(Keyword.USER, colon < 0 ? credentials : credentials.substring(0, colon));
      if (colon >= 0) {
        put(Keyword.PASSWORD, credentials.substring(colon + 1));
      }
      hostStart = at + 1;
    }
    int hostEnd = firstOf("/?", hostStart);
    hosts(rest.substring(hostStart, hostEnd));
    int pathEnd = firstOf("?", hostEnd);
    if (pathEnd > hostEnd) {
      String path = rest.substring(hostEnd + 1, pathEnd);
      if (hostStart == 0 && path.indexOf('@') >= 0) {
        throw unencoded();
      }
      put(Keyword.DBNAME, path);
    }
    if (pathEnd < rest.length()) {
      parameters(rest.substring(pathEnd + 1));
    }
  }

  private void hosts(String text) {
    if (text.indexOf('@') >= 0) {
      throw unencoded();
    }
    List<String> hosts = new ArrayList<>();
    List<String> ports = new ArrayList<>();
    for (String host : text.split(",", -1)) {
      int end = 0;
      if (host.startsWith("[")) {
        end = host.indexOf(']') + 1;
        if (end == 0 || (end < host.length() && host.charAt(end) != ':')) {
          throw bad(source + " has an IPv6 address that is not closed by a \"]\" before its port.");
        }
      }
      int colon = host.indexOf(':', end);
      String name = colon < 0 ? host : host.substring(0, colon);
      hosts.add(decode(end > 0 ? name.substring(1, end - 1) : name));
      ports.add(colon < 0 ? "" : decode(host.substring(colon + 1)));
    }
    putDecoded(Keyword.HOST, joined(hosts));
    putDecoded(Keyword.PORT, joined(ports));
  }

  private void parameters(String query) {
    List<String> unknown = new ArrayList<>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 0 && parameter.isEmpty()) {
        continue;
      }
      if (equals < 0) {
        throw bad(source + " has a parameter without \"=\".");
      }
      String name = decode(parameter.substring(0, equals));
      String value = parameter.substring(equals + 1);
      Keyword keyword = Keyword.of(name).orElse(JDBC_NAMES.get(name));
      if (name.equals("ssl") && value.equals("true")) {
        put(Keyword.SSLMODE, SslMode.REQUIRE.keyword());
      } else if (keyword == null) {
        unknown.add(name);
      } else {
        put(keyword, value);
      }
    }
    if (!unknown.isEmpty()) {
      throw Failure.usage(
          "unknown-connection-parameter",
          source + " has parameters libpq does not know: " + String.join(", ", unknown) + ".",
          "Leave them out; they may belong to another program.");
    }
  }

  private static String joined(List<String> values) {
    return values.stream().allMatch(String::isEmpty) ? "" : String.join(",", values);
  }

  private void put(Keyword keyword, String encoded) {
    putDecoded(keyword, decode(encoded));
  }

  private void putDecoded(Keyword keyword, String value) {
    if (!value.isEmpty()) {
      values.put(keyword, value);
    }
  }

  private int firstOf(String characters, int from) {
    int at = from;
    while (at < rest.length() && characters.indexOf(rest.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int b = raw[i];
      if (b == '%') {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        b = high * 16 + low;
        if (high < 0 || low < 0 || b == 0) {
          throw bad(source + " has a \"%\" that is not followed by two hexadecimal digits.");
        }
        i += 2;
      }
      bytes.write(b);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Failure unencoded() {
    return Failure.usage(
        "bad-url",
        source + " has an \"@\" where none can be.",
        "In user and password write %40 for @, %2F for /, %3A for : and %25 for %.");
  }

  private static Failure bad(String message) {
    return Failure.usage(
        "bad-url", message, "Write it like postgresql://user@host:5432/database?sslmode=require.");
  }
}
