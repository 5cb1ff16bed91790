package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An alias, a variable or a parameter called like a schema; {@code @} is the schema in a script.
 */
class AliasTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT app.category FROM @.app AS app WHERE app.category = 'app'",
        "SELECT app.category FROM @.app WHERE app.category = 'app'",
        "SELECT app.id, x.y FROM x, app, @.users, (@.a JOIN @.b USING (id))",
        "SELECT app . id, APP.id, \"app\".\"id\", app/**/.id FROM @.users App",
        "SELECT @.f(app.id), @.users.id, app.id::@.kind, CAST(app.id AS @.kind) FROM @.users app",
        "SELECT count(DISTINCT app.id) FILTER (WHERE NOT app.gone) FROM @.users \"app\"",
        "SELECT CASE app.a WHEN app.b THEN app.c ELSE app.d END FROM @.users app",
        "SELECT app.a FROM x app JOIN @.y ON app.id = y.id AND app.b LIKE app.c OR app.d IN (1)",
        "SELECT 1 FROM x app WHERE app.a BETWEEN app.b AND app.c ORDER BY app.d LIMIT 1",
        "SELECT 1 FROM x app GROUP BY app.a, app.b HAVING app.a IS DISTINCT FROM app.b",
        "SELECT extract(year FROM app.made), substring(app.a FROM app.b FOR app.c) FROM @.x app",
        "SELECT ARRAY[app.a, app.b], x[app.i], -app.c, app.a COLLATE @.c FROM @.t app",
        "SELECT app.a OPERATOR(@.+) app.b AT TIME ZONE app.zone FROM @.t app",
        "SELECT DISTINCT ON (app.a) app.b FROM @.t app, @.u, LATERAL @.f(app.c)",
        "SELECT y.id FROM @.x JOIN LATERAL (SELECT 1 FROM @.y) app ON app.id = x.id, @.z",
        "SELECT app.n FROM unnest(app.a, app.b) WITH ORDINALITY AS app (n, i)",
        "SELECT app.value FROM jsonb_each('{}') app",
        "SELECT key, value FROM @.t UNION ALL SELECT app.key, app.value FROM @.t app",
        "SELECT (SELECT app.id FROM @.u LIMIT 1) FROM @.t app",
        "WITH app AS (SELECT * FROM @.t) SELECT app.id FROM app JOIN @.u USING (id)",
        "WITH RECURSIVE app (n) AS (SELECT 1 UNION SELECT app.n + 1 FROM app) TABLE @.t",
        "UPDATE @.t app SET a = app.b + 1, b = @.f(app.c) FROM @.u WHERE app.id = u.id",
        "UPDATE t SET a = 1, app.x = 2 WHERE b",
        "UPDATE app SET a = app.a FROM @.x",
        "INSERT INTO t (app.x, app.y) SELECT 1, 2 FROM @.z",
        "INSERT INTO @.t AS app (a, b) VALUES (1, @.f()) ON CONFLICT (a) DO UPDATE SET b = app.b + 1",
        "INSERT INTO @.app (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = app.a RETURNING app.a",
        "INSERT INTO @.t SELECT app.id FROM x app",
        "DELETE FROM @.t app USING @.u, @.v WHERE app.id = u.id RETURNING app.id",
        "MERGE INTO @.x app USING @.y ON app.id = y.id WHEN MATCHED AND app.a THEN UPDATE SET a = app.b",
        "MERGE INTO @.x USING @.y app ON app.id = x.id WHEN NOT MATCHED THEN INSERT VALUES (app.id)",
        "CREATE VIEW @.v AS SELECT app.id FROM @.t app",
        "CREATE POLICY p ON @.app FOR DELETE TO app USING (app.owner = @.me()) WITH CHECK (app.a)",
        "CREATE INDEX i ON @.app USING btree ((app.a), b @.ops) WHERE app.b > 0",
        "CREATE TABLE IF NOT EXISTS @.app (value @.kind, LIKE @.t, CHECK (app.a > 0)) INHERITS (@.b, @.c)",
        "ALTER TABLE @.app ADD COLUMN value @.kind, ALTER a TYPE @.k USING app.a::@.k",
        "ALTER TABLE @.app ADD CHECK (app.a > 0), ADD FOREIGN KEY (a) REFERENCES @.b",
        "GRANT SELECT ON @.app, @.b TO app",
        "CREATE TRIGGER t AFTER UPDATE OR DELETE ON @.app FOR EACH ROW EXECUTE FUNCTION @.f()",
        "SELECT app.id FROM x app; SELECT @.id",
        "SELECT app.id FROM x app; CREATE AGGREGATE @.a (int) (SFUNC = @.f, STYPE = @.t)",
        "SELECT app.a SIMILAR TO app.b FROM @.t app",
        "SELECT app.id FROM (app CROSS JOIN @.b)",
        "SELECT app.id FROM @.a JOIN (app CROSS JOIN @.b) ON app.id = a.id",
        "SELECT app.id FROM ONLY (app), @.b",
        "SELECT app.n FROM app(.5), @.b",
        "SELECT app.id FROM @.t app WHERE \"",
        "UPDATE @.app SET app.x = 1",
        "EXECUTE 'SELECT app.id FROM @.t app'",
        "EXECUTE E'SELECT app.id\\nFROM @.t app WHERE app.a = \\'x\\''",
      })
  void ownsWhatStandsAsAnOperand(String sql) {
    check(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DECLARE app record; BEGIN app.id := 1; SELECT a INTO app.b FROM @.t; RETURN app; END",
        "DECLARE app @.users%ROWTYPE; x app.id%TYPE; value @.kind := app.id; BEGIN END",
        "DECLARE x int; app @.users; BEGIN IF app.a THEN x := app.b; ELSIF app.c THEN END IF; END",
        "BEGIN FOR app IN SELECT * FROM @.t LOOP PERFORM @.f(app.id); app.n := 1; END LOOP; END",
        "BEGIN FOREACH app IN ARRAY xs LOOP RETURN NEXT app.id; END LOOP; END",
        "DECLARE app record; BEGIN SELECT 1 INTO STRICT app.a, app.b FROM @.t, @.u; END",
        "DECLARE app record; BEGIN INSERT INTO @.t VALUES (app.id); UPDATE @.t SET a = app.a; END",
        "DECLARE app record; BEGIN FOR i IN app.a..app.b LOOP DELETE FROM @.t; END LOOP; END",
        "DECLARE app record; BEGIN EXECUTE app.q USING app.a, app.b; RAISE NOTICE '%', app.c; END",
        "DECLARE app record; BEGIN CREATE INDEX ON @.t (a); TRUNCATE @.t, @.u; END",
        "DECLARE app record; BEGIN WHILE app.a > 1 LOOP RETURN QUERY SELECT app.b FROM @.t; END LOOP; END",
        "DECLARE c CURSOR FOR SELECT app.id FROM @.t app; BEGIN NULL; END",
        "<<app>> DECLARE n int; BEGIN app.n := @.f(); END",
        "DECLARE app record; BEGIN GET DIAGNOSTICS app.n = ROW_COUNT; PERFORM @.f(); END",
        "DECLARE x int := app; BEGIN x := @.y; END",
        "DECLARE x int := 8 >> app; BEGIN x := @.y; END",
        "BEGIN CASE x WHEN 1 THEN NULL; END CASE; CREATE TABLE t (app int); x := @.y; END",
        "BEGIN RETURN (SELECT app.id FROM @.t app); END",
      })
  void ownsItInABody(String body) {
    check("CREATE FUNCTION @.f() RETURNS SETOF @.t AS $$" + body + "$$ LANGUAGE plpgsql");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE FUNCTION @.f(app users, x @.kind) RETURNS @.kind AS $$SELECT app.kind, @.f()$$",
        "CREATE FUNCTION @.f(x int, VARIADIC app @.kind[]) RETURNS int AS $$SELECT app.kind$$",
        "CREATE FUNCTION @.f(int, @.kind, OUT app users) AS $$BEGIN app.id := 1; END$$",
        "CREATE FUNCTION @.f() RETURNS TABLE (app users, x @.kind) AS $$SELECT app.id$$",
        "CREATE FUNCTION @.app(x int) RETURNS int AS $$SELECT app.x FROM @.t$$",
        "CREATE FUNCTION @.f(app \"users\") RETURNS int AS $$SELECT app.kind, @.f()$$",
        "CREATE FUNCTION @.f(app) RETURNS int AS $$SELECT @.id$$",
        "CREATE FUNCTION f(app users) RETURNS int RETURN app.id; CREATE AGGREGATE a (x) (SFUNC = @.f)",
        "CREATE FUNCTION f(app users) RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN app.a END FROM @.t; "
            + "SELECT app.b; END; CREATE AGGREGATE a (x) (SFUNC = @.f)",
      })
  void ownsItAsAParameter(String sql) {
    check(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT @.id",
        "SELECT @.id, x AS app FROM t",
        "SELECT \"from\" app FROM t WHERE @.id > 0",
        "SELECT @.id; SELECT app.id FROM x app",
        "CREATE TABLE t (a x.app NOT NULL, CHECK (@.id > 0))",
        "SELECT x FROM t app JOIN @.u USING (id)",
        "DO $$DECLARE app int; BEGIN PERFORM @.f(app); END$$; SELECT @.x",
        "SELECT app.x FROM y app; DO $$BEGIN x := @.y; END$$",
        "GRANT USAGE ON SCHEMA @ TO app; SELECT @.x",
        "CREATE OPERATOR @.+ (PROCEDURE = @.f, LEFTARG = @.app)",
        "DROP FUNCTION IF EXISTS @.app(@.app, @.b)",
        "SELECT 'see @.users in app', 'the @.users FROM'",
      })
  void isNotTakenForOneWithoutADeclaration(String sql) {
    check(sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT app.id FROM x app|2",
        "SELECT app.id, app.f() FROM app.x|0",
        "SELECT app.id FROM app.app|2",
      })
  void whatIsLeftIsCounted(String sql, long count) {
    SchemaRenamer renamer = Renamers.ordinary();
    renamer.sql(sql);
    assertEquals(count, renamer.leftAlone());
  }

  private static void check(String sql) {
    assertEquals(sql.replace("@", "p_app"), Renamers.ordinary().sql(sql.replace("@", "app")));
  }
}
