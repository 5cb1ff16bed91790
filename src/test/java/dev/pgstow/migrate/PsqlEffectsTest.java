package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pgstow.testing.Psql;
import dev.pgstow.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployed script leaves behind is what {@code psql -f} leaves behind. */
class PsqlEffectsTest {
  /** Everything a script of these can leave: rows, columns, routines, rules, indexes, enums. */
  private static final String EFFECT =
      """
      SELECT format('%s %s', c.relname, query_to_xml(
        format('SELECT * FROM public.%I x ORDER BY x::text COLLATE "C"', c.relname), true, true, ''))
      FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
      UNION ALL
      SELECT format('%s.%s %s', a.attrelid::regclass, a.attname, a.atttypid::regtype)
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND a.attnum > 0
      UNION ALL
      SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL
      SELECT definition FROM pg_rules WHERE schemaname = 'public'
      UNION ALL
      SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL
      SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum GROUP BY enumtypid
      UNION ALL
      SELECT obj_description(oid, 'pg_class') FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND obj_description(oid, 'pg_class') IS NOT NULL
      ORDER BY 1
      """;

  /** What both leave behind, dropped before the next script: making databases takes longer. */
  private static final String EMPTIED =
      "DROP SCHEMA IF EXISTS pgpm_migrate, public CASCADE; CREATE SCHEMA public";

  private static final String DATABASE = TestServer.shared().createDatabase();

  @TempDir Path root;

  @AfterAll
  static void drop() {
    TestServer.shared().dropDatabase(DATABASE);
  }

  private Target emptied() {
    Target target = new Target(root, DATABASE);
    target.execute(EMPTIED);
    return target;
  }

  private List<String> byPsql(String script, String... flags) throws Exception {
    Path file = Files.writeString(root.resolve("script.sql"), script);
    Target target = emptied();
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(List.of("-v", "ON_ERROR_STOP=1", "-f", file.toString()));
    Psql.run(target.name(), arguments.toArray(String[]::new));
    return target.query(EFFECT);
  }

  private List<String> byDeploying(String script, DeployOption... options) {
    TestModule.in(root, "app").change("c", "").script("deploy", "c", script);
    Target target = emptied();
    target.deploy("app", options);
    return target.query(EFFECT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Strings as they were before standard_conforming_strings, and the names of that time.
        "SET standard_conforming_strings = off; SET escape_string_warning = off;\n"
            + "CREATE TABLE t AS SELECT 'a\\';b' AS v, 'c\\\\' AS w; INSERT INTO t VALUES ('\\n;', '');\n"
            + "SET standard_conforming_strings TO on; INSERT INTO t VALUES ('d\\', 'e;');",
        "SET LOCAL standard_conforming_strings = 'off'; CREATE TABLE t AS SELECT 'on\\\\;' AS v;",
        "CREATE TABLE t AS SELECT E'a\\';b\\\\' AS v, e'\\x41\\u0042;' AS w, 'it''s;' AS x;",
        "CREATE TABLE t AS SELECT 'one'\n';two' AS v, E'a'\n'\\\\;b' AS w;",
        "CREATE TABLE U&\"d\\0061t\\+000061;\" (U&\"!0061;\" UESCAPE '!' int);\n"
            + "CREATE TABLE t AS SELECT U&'\\0441;' AS v, U&'d!0061;' UESCAPE '!' AS w;",
        "/* a /* nested; 'quote */ still; */ CREATE TABLE t (); -- ';\n/**/-- /* \nCREATE TABLE u ();",
        "CREATE TABLE t AS SELECT $$a;$x$;$$ AS v, $x$b$$;$y$;$x$ AS w, $é1$;$é1$ AS x, 1 AS a$b;",
        "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql BEGIN ATOMIC\n"
            + "  SELECT CASE WHEN a > 0 THEN 1 ELSE 2 END;\n  SELECT a + 1; END;\n"
            + "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC SELECT 1; END; CREATE TABLE t ();",
        "CREATE TABLE t (v int);\nCREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $f$\n"
            + "DECLARE x int; BEGIN\n  BEGIN INSERT INTO t VALUES (1); EXCEPTION WHEN OTHERS THEN NULL; END;\n"
            + "  /* COMMIT; */ x := 1;\nEND;\n$f$; SELECT f(); SELECT f();",
        "CREATE TABLE t (v int); CREATE TABLE log (v int);\n"
            + "CREATE RULE r AS ON INSERT TO t DO ALSO\n"
            + "  (INSERT INTO log VALUES (new.v); INSERT INTO log VALUES (new.v + 1););\n"
            + "INSERT INTO t VALUES (1);",
        "BEGIN;\nCREATE TABLE t AS SELECT 1 AS v;\nSAVEPOINT a; INSERT INTO t VALUES (2); RELEASE a;\nCOMMIT;"
            + " START TRANSACTION; INSERT INTO t VALUES (3); END;",
        "CREATE TABLE t (begin int, \"end\" int, commit int); INSERT INTO t (commit) VALUES (1);;;\n;",
        "CREATE TABLE t AS SELECT '{\"a\": [1]}'::jsonb ? 'a' AS v, '{fn now()}' AS w;",
        "CREATE TABLE t AS SELECT 1 AS v;COMMENT ON TABLE t IS 'x;\n-- not a comment\n\\not a command'",
        "CREATE TABLE t AS SELECT 5 :: text AS v, (ARRAY[1,2])[1:1] AS w, 'a' AS \":x\";",
        "SET search_path = pg_catalog; CREATE TABLE public.t AS SELECT current_schema() AS v;",
        "SET DateStyle = 'ISO, DMY'; SET TimeZone = 'Asia/Tokyo'; SET IntervalStyle = 'iso_8601';\n"
            + "CREATE TABLE t AS SELECT '01/02/2003'::date AS v, '2020-01-01 00:00+00'::timestamptz::text AS w,"
            + " '1 day'::interval::text AS x; RESET ALL; INSERT INTO t VALUES ('01/02/2003');",
        "SET client_encoding = 'LATIN1'; RESET client_encoding; CREATE TABLE t AS SELECT 'é' AS v;",
        "DO 'BEGIN CREATE TABLE t (); END'; DO $$ BEGIN PERFORM 1; END $$ LANGUAGE plpgsql;",
        "CREATE TABLE t (v text) ; COPY (SELECT 'a;b') TO PROGRAM 'cat >/dev/null';",
        "CREATE TABLE t (v int); PREPARE q AS INSERT INTO t VALUES ($1); EXECUTE q(4); DEALLOCATE ALL;",
      })
  void oddScriptsHaveTheEffectTheyHaveInPsql(String script) throws Exception {
    List<String> expected = byPsql(script, "-1");
    assertFalse(expected.isEmpty());
    assertEquals(expected, byDeploying(script), script);
    assertEquals(byPsql(script), byDeploying(script, DeployOption.NO_TRANSACTION), script);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t AS SELECT 1 AS v;\nCREATE INDEX CONCURRENTLY i ON t (v);\nVACUUM t;\n"
            + "DROP INDEX CONCURRENTLY i; CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS j ON t (v);",
        "CREATE TYPE e AS ENUM ('a', 'c');\nALTER TYPE e ADD VALUE 'b;' BEFORE 'c';\n"
            + "CREATE TABLE t AS SELECT 'b;'::e AS v;",
        "CREATE TABLE t AS SELECT 1 AS v; REINDEX TABLE CONCURRENTLY t; CLUSTER; DISCARD ALL; VACUUM (ANALYZE) t;",
        "CREATE TABLE t (v int); CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN INSERT INTO t"
            + " VALUES (1); COMMIT; INSERT INTO t VALUES (2); ROLLBACK; END'; CALL p();",
      })
  void whatNoTransactionTakesHasTheEffectItHasInPsql(String script) throws Exception {
    assertEquals(byPsql(script), byDeploying(script, DeployOption.NO_TRANSACTION), script);
  }
}
