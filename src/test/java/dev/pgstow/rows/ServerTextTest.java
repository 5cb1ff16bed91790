package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this program makes of binary values is what the server makes of them, for many values. */
class ServerTextTest {
  @TempDir Path folder;

  @Test
  void numbersAndTimesHaveTheServersText() throws Exception {
    try (RowsDatabase database = RowsDatabase.empty()) {
      database.execute(
          """
          SET TimeZone = 'UTC';
          SET IntervalStyle = 'iso_8601';
          SELECT setseed(0.5);
          CREATE FUNCTION random_bits() RETURNS bigint LANGUAGE sql VOLATILE RETURN
            (('x' || md5(random()::text))::bit(64))::bigint;
          CREATE FUNCTION f8(bits bigint) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN
            CASE WHEN (bits >> 52) & 2047 = 2047 THEN 'NaN' ELSE (CASE WHEN bits < 0 THEN -1 ELSE 1 END)
              * (CASE WHEN (bits >> 52) & 2047 = 0 THEN 0 ELSE 1 END + (bits & 4503599627370495) / 4503599627370496::float8)
              * CASE WHEN (bits >> 52) & 2047 < 23 THEN 5e-324 * 2::float8 ^ 40 ELSE 2::float8 ^ (((bits >> 52) & 2047) - 1023) END END;
          CREATE TABLE many AS
            SELECT f8(bits) AS f8,
              CASE WHEN abs(f8(bits)) BETWEEN 1e-37 AND 3e38 THEN f8(bits)::float4 ELSE (n / 7.0)::float4 END AS f4,
              (n * 0.1)::float8 AS tenths, (2::float8 ^ (n % 1000 - 500)) AS powers, (n % 300)::float8 * 10::float8 ^ (n % 40 - 20) AS round,
              ((n % 9973) || 'e' || (n % 60 - 30))::float4 AS small,
              (bits % 1000000007 * 10::numeric ^ (n % 60 - 30)::numeric)::numeric AS num, bits::numeric / (n + 1) AS quotient,
              to_timestamp((bits % 200000000000) + n / 1000000.0) AS at,
              date '2000-01-01' + (bits % 2000000)::integer AS day,
              make_interval(months => (bits % 10000)::integer, days => (n % 100 - 50)::integer, secs => n / 1000.0 - 30) AS span
            FROM (SELECT n, random_bits() AS bits FROM generate_series(1, 20000) AS n) AS s;
          CREATE TABLE texts AS SELECT f8::text, f4::text, tenths::text, powers::text, round::text, small::text, num::text, quotient::text,
            CASE WHEN at >= '0001-01-01 00:00+00' AND at < '10000-01-01 00:00+00'
              THEN replace(replace(at::text, ' ', 'T'), '+00', 'Z') ELSE at::text END AS at, day::text, span::text FROM many;
          """);
      database.export(database.request(folder));
      JsonNode many = new JsonMapper().readTree(folder.resolve("many.json").toFile());
      String raw = Files.readString(folder.resolve("many.json"));
      JsonNode texts = new JsonMapper().readTree(folder.resolve("texts.json").toFile());
      assertEquals(20_000, many.size());
      String[] rows = raw.substring(2, raw.length() - 3).split(",\n");
      for (int i = 0; i < rows.length; i++) {
        StringBuilder wanted = new StringBuilder("{");
        texts
            .get(i)
            .fields()
            .forEachRemaining(
                it -> {
                  boolean number =
                      java.util.Set.of("f8", "f4", "tenths", "powers", "round", "small")
                              .contains(it.getKey())
                          && !it.getValue().asText().equals("NaN");
                  String text = it.getValue().asText();
                  wanted
                      .append(wanted.length() > 1 ? "," : "")
                      .append('"')
                      .append(it.getKey())
                      .append("\":")
                      .append(number ? text : '"' + text + '"');
                });
        assertEquals(wanted.append('}').toString(), rows[i]);
      }
    }
  }
}
