package dev.pgstow.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptNamesTest {
  private static final Set<String> WATCHED = Set.of("f", "t");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT f(1)                                         | call .f
          SELECT public.f (1)                                 | call public.f
          SELECT "f"('x')                                     | call .f
          SELECT F(1)                                         | call .f
          CREATE FUNCTION x() AS $$ SELECT f(1) $$            | call .f
          DO $a$ EXECUTE $b$ SELECT f(1) $b$ $a$              | call .f
          EXECUTE FUNCTION f(x)                               | call .f
          SELECT 'f(1)' -- f(1)                               |
          INSERT INTO f (a) VALUES (1)                        |
          SELECT f FROM x                                     |
          CREATE TABLE x (email t)                            | type .t
          CREATE TABLE x ("email" t NOT NULL)                 | type .t
          CREATE TABLE x (value t[], t int)                   | type .t
          CREATE TABLE x (a text, t text)                     |
          SELECT x::t                                         | type .t
          SELECT CAST(x AS public.t)                          | type public.t
          SELECT x AS t FROM y                                |
          SELECT t, y.t FROM y WHERE t = 1 ORDER BY t         |
          CREATE INDEX ON x (t)                               |
          CREATE INDEX ON x USING gin (lower(a) t)            | type .t
          CREATE INDEX ON x USING t (a)                       | call .t, type .t
          CREATE FUNCTION x() RETURNS SETOF t LANGUAGE sql    | type .t
          UPDATE x SET t = 1                                  |
          ALTER TABLE x ADD t text, RENAME t TO u             |
          x(t, f                                              |
          """)
  void neighboursTellCallsAndTypes(String sql, String expected) {
    Set<String> heard = new TreeSet<>();
    ScriptNames.scan(
        sql,
        new ScriptNames.Listener() {
          @Override
          public void qualifier(String name) {}

          @Override
          public void mention(String name) {}

          @Override
          public void call(String qualifier, String name) {
            add("call", qualifier, name);
          }

          @Override
          public void type(String qualifier, String name) {
            add("type", qualifier, name);
          }

          private void add(String what, String qualifier, String name) {
            if (WATCHED.contains(name)) {
              heard.add(what + " " + qualifier + "." + name);
            }
          }
        });
    assertEquals(expected == null ? "" : expected, String.join(", ", heard));
  }
}
