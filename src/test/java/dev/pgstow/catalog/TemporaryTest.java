package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.postgres.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While another session has objects of its own, they are neither carried nor missed. */
class TemporaryTest extends CatalogTestBase {
  @Test
  void whatGoesWithItsSessionIsNobodyElses() {
    String database = database("CREATE EXTENSION citext");
    Catalog before = read(database);
    try (Session other = scripts(database)) {
      other.execute(
          """
          CREATE TEMP TABLE t (a int, b int); CREATE POLICY p ON t USING (true);
          COMMENT ON TABLE t IS 'mine'; COMMENT ON COLUMN t.a IS 'mine';
          CREATE DOMAIN pg_temp.d AS int CONSTRAINT positive CHECK (value > 0);
          COMMENT ON CONSTRAINT positive ON DOMAIN pg_temp.d IS 'mine';
          CREATE TYPE pg_temp.c AS (a int);
          CREATE CAST (pg_temp.c AS text) WITH INOUT;
          CREATE STATISTICS public.s ON a, b FROM t;
          CREATE FUNCTION pg_temp.f(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
          CREATE FUNCTION public.g(pg_temp.c) RETURNS int LANGUAGE sql AS 'SELECT 1';
          CREATE OPERATOR pg_temp.<<< (FUNCTION = pg_temp.f, LEFTARG = int, RIGHTARG = int);
          CREATE VIEW public.v AS SELECT NULL::pg_temp.c AS c;
          CREATE TEXT SEARCH CONFIGURATION pg_temp.tsc (COPY = pg_catalog.simple);
          CREATE TEXT SEARCH DICTIONARY pg_temp.tsd (TEMPLATE = pg_catalog.simple);
          CREATE CONVERSION pg_temp.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
          CREATE OPERATOR FAMILY pg_temp.fam USING btree;
          """,
          "making temporary objects");
      Catalog catalog = read(database);
      assertEquals(text(before), text(catalog));
      assertEquals(before.seen(), catalog.seen());
      assertEquals(List.of(), catalog.omissions());
      assertEquals(List.of(), catalog.notes());
    }
  }

  @Test
  void aTableStaysThoughAColumnOrDefaultOfItGoes() {
    String database = database("CREATE TABLE kept (a int, b int)");
    try (Session other = scripts(database)) {
      other.execute(
          """
          CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
          ALTER TABLE kept ALTER b SET DEFAULT pg_temp.f();
          """,
          "making a temporary function");
      assertEquals(1, read(database).written().get(ObjectKind.TABLE));
    }
  }
}
