package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema whose name is an everyday word, in SQL. */
class OrdinaryWordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "SELECT * FROM app.users|SELECT * FROM p_app.users",
        "SELECT * FROM APP.Users|SELECT * FROM p_app.Users",
        "SELECT * FROM \"app\".users|SELECT * FROM \"p_app\".users",
        "SELECT * FROM \"app\".\"users\"|SELECT * FROM \"p_app\".\"users\"",
        "SELECT * FROM app . users|SELECT * FROM p_app . users",
        "SELECT * FROM app/*.*/.users|SELECT * FROM p_app/*.*/.users",
        "SELECT x-app.f()|SELECT x-p_app.f()",
        "SELECT 1::app.kind, app.f(app.g())|SELECT 1::p_app.kind, p_app.f(p_app.g())",
        "SELECT db.app.users.id|SELECT db.p_app.users.id",
        "SELECT app.app.app FROM app.app|SELECT p_app.app.app FROM p_app.app",
        "SELECT * FROM billing.app.x|SELECT * FROM p_billing.app.x",
        "CREATE SCHEMA app|CREATE SCHEMA p_app",
        "CREATE SCHEMA IF NOT EXISTS \"app\";|CREATE SCHEMA IF NOT EXISTS \"p_app\";",
        "CREATE SCHEMA app AUTHORIZATION app|CREATE SCHEMA p_app AUTHORIZATION app",
        "DROP SCHEMA IF EXISTS app, x , BILLING CASCADE|DROP SCHEMA IF EXISTS p_app, x , p_billing CASCADE",
        "ALTER SCHEMA app OWNER TO app|ALTER SCHEMA p_app OWNER TO app",
        "GRANT USAGE ON SCHEMA app TO app|GRANT USAGE ON SCHEMA p_app TO app",
        "GRANT ALL ON ALL TABLES IN SCHEMA app, billing TO app|GRANT ALL ON ALL TABLES IN SCHEMA p_app, p_billing TO app",
        "ALTER TABLE x SET SCHEMA app|ALTER TABLE x SET SCHEMA p_app",
        "SET SCHEMA 'app'|SET SCHEMA 'p_app'",
        "COMMENT ON SCHEMA app IS 'the app'|COMMENT ON SCHEMA p_app IS 'the app'",
        "SET search_path TO app, public, billing;|SET search_path TO p_app, public, p_billing;",
        "SET LOCAL search_path = \"$user\", 'app'|SET LOCAL search_path = \"$user\", 'p_app'",
        "ALTER FUNCTION f() SET search_path = App|ALTER FUNCTION f() SET search_path = p_app",
        "SELECT set_config('search_path', 'app, public', true)|SELECT set_config('search_path', 'p_app, public', true)",
        "SELECT pg_catalog.set_config('search_path'::text, 'app', app)|SELECT pg_catalog.set_config('search_path'::text, 'p_app', app)",
        "SELECT 'app'::regnamespace, 'App'::pg_catalog.regnamespace|SELECT 'p_app'::regnamespace, 'p_app'::pg_catalog.regnamespace",
        "SELECT to_regclass('app.users'), 'APP.users'::regclass|SELECT to_regclass('p_app.users'), 'p_app.users'::regclass",
        "SELECT '\"app\".users'::regclass|SELECT '\"p_app\".users'::regclass",
        "SELECT verify_schema('app'), public.verify_schema('app')|SELECT verify_schema('p_app'), public.verify_schema('p_app')",
        "SELECT has_schema_privilege('bob', 'app', 'USAGE')|SELECT has_schema_privilege('bob', 'p_app', 'USAGE')",
        "SELECT 1 FROM pg_namespace n WHERE n.nspname = 'app'|SELECT 1 FROM pg_namespace n WHERE n.nspname = 'p_app'",
        "SELECT 1 WHERE nspname::text IN ('x', 'app')|SELECT 1 WHERE nspname::text IN ('x', 'p_app')",
        "SELECT 1 WHERE table_schema = ANY (ARRAY['app'::name, 'billing'])|SELECT 1 WHERE table_schema = ANY (ARRAY['p_app'::name, 'p_billing'])",
        "-- requires: schemas/app/schema|-- requires: schemas/p_app/schema",
        "/* see app.users in app */|/* see p_app.users in app */",
        "DO $$BEGIN PERFORM app.f(app); END$$|DO $$BEGIN PERFORM p_app.f(app); END$$",
        "DO LANGUAGE plpgsql $x$BEGIN app.f(); END$x$|DO LANGUAGE plpgsql $x$BEGIN p_app.f(); END$x$",
        "CREATE FUNCTION app.f() RETURNS int AS $f$ DECLARE x app.t; BEGIN EXECUTE 'SELECT '''' FROM app.t'; END $f$|CREATE FUNCTION p_app.f() RETURNS int AS $f$ DECLARE x p_app.t; BEGIN EXECUTE 'SELECT '''' FROM p_app.t'; END $f$",
        "EXECUTE format('SELECT * FROM app.%I', t)|EXECUTE format('SELECT * FROM p_app.%I', t)",
        "EXECUTE 'CREATE SCHEMA IF NOT EXISTS app'|EXECUTE 'CREATE SCHEMA IF NOT EXISTS p_app'",
        "EXECUTE 'SET search_path = ''app'', public, billing'|EXECUTE 'SET search_path = ''p_app'', public, p_billing'",
        "EXECUTE E'\\nSELECT 1 FROM app.t'|EXECUTE E'\\nSELECT 1 FROM p_app.t'",
        "EXECUTE E'\\napp.t'|EXECUTE E'\\np_app.t'",
        "SELECT '{\"schema\": \"app\", \"app\": \"app\"}'::jsonb|SELECT '{\"schema\": \"p_app\", \"app\": \"app\"}'::jsonb",
        "SELECT '{\"schemas\": [\"x\", \"app\"], \"category\": \"app\"}'|SELECT '{\"schemas\": [\"x\", \"p_app\"], \"category\": \"app\"}'",
        "INSERT INTO app.t SELECT app.id FROM x app|INSERT INTO p_app.t SELECT app.id FROM x app",
        "SELECT '{\"table\": \"app.users\"}'|SELECT '{\"table\": \"p_app.users\"}'",
        "EXECUTE concat('SELECT * FROM app.', t)|EXECUTE concat('SELECT * FROM p_app.', t)",
        "EXECUTE 'app.'|EXECUTE 'p_app.'",
        "SELECT 1 WHERE nspname NOT IN ('app')|SELECT 1 WHERE nspname NOT IN ('p_app')",
        "CREATE EXTENSION hstore SCHEMA app|CREATE EXTENSION hstore SCHEMA p_app",
        "SELECT 'unterminated app.x|SELECT 'unterminated p_app.x",
        "SELECT local.app.users.id|SELECT local.p_app.users.id",
        "SELECT public.x, \"app\".f()|SELECT public.x, \"p_app\".f()",
        "SELECT \"app\".app.f()|SELECT \"p_app\".app.f()",
        "SET search_path TO U&\"x\", app|SET search_path TO U&\"x\", p_app",
        "SET search_path TO $$x$$, app|SET search_path TO $$x$$, p_app",
        "SELECT 1 WHERE nspname IN ($1, 'app')|SELECT 1 WHERE nspname IN ($1, 'p_app')",
        "SELECT 1 WHERE nspname IN (('app'))|SELECT 1 WHERE nspname IN (('p_app'))",
        "SELECT nspname <> 'app', nspname != 'app', nspname ~ 'app'|SELECT nspname <> 'p_app', nspname != 'p_app', nspname ~ 'p_app'",
        "SELECT nspname > 'app', f(nspname => 'app'), f(nspname := 'app')|SELECT nspname > 'p_app', f(nspname => 'p_app'), f(nspname := 'p_app')",
        "SELECT '{\"schemas\": [[\"app\"]]}'|SELECT '{\"schemas\": [[\"p_app\"]]}'",
        "SELECT 'app':: regnamespace|SELECT 'p_app':: regnamespace",
        "DO $x$app.f()$x$|DO $x$p_app.f()$x$",
        "DO LANGUAGE plpgsql $x$BEGIN PERFORM x-app.f(); END$x$|DO LANGUAGE plpgsql $x$BEGIN PERFORM x-p_app.f(); END$x$",
        "EXECUTE E'SELECT 1 FROM app.t'|EXECUTE E'SELECT 1 FROM p_app.t'",
        "EXECUTE 'SELECT set_config(''search_path'', ''app, billing'', true)'|EXECUTE 'SELECT set_config(''search_path'', ''p_app, p_billing'', true)'",
        "CREATE OPERATOR app.* (LEFTARG = app.t, FUNCTION = app.f, COMMUTATOR = OPERATOR(app.*))|CREATE OPERATOR p_app.* (LEFTARG = p_app.t, FUNCTION = p_app.f, COMMUTATOR = OPERATOR(p_app.*))",
        "CREATE OPERATOR app.** (FUNCTION = app.f)|CREATE OPERATOR p_app.** (FUNCTION = p_app.f)",
        "DROP OPERATOR IF EXISTS app.**(int, int), app.*(int, int)|DROP OPERATOR IF EXISTS p_app.**(int, int), p_app.*(int, int)",
        "SELECT a OPERATOR(app.*) b, a operator ( app . *<) b|SELECT a OPERATOR(p_app.*) b, a operator ( p_app . *<) b",
        "CREATE OPERATOR CLASS app.c FOR TYPE int USING btree AS OPERATOR 1 app.+, OPERATOR 2 app.*, FUNCTION 1 app.f()|CREATE OPERATOR CLASS p_app.c FOR TYPE int USING btree AS OPERATOR 1 p_app.+, OPERATOR 2 p_app.*, FUNCTION 1 p_app.f()",
        "EXECUTE 'SELECT a OPERATOR(app.*) b, a OPERATOR(app./) b'|EXECUTE 'SELECT a OPERATOR(p_app.*) b, a OPERATOR(p_app./) b'",
        "EXECUTE 'CREATE OPERATOR app.** ('|EXECUTE 'CREATE OPERATOR p_app.** ('",
        "IF TG_TABLE_SCHEMA = 'app' OR tg_table_schema IN ('x', 'app') THEN|IF TG_TABLE_SCHEMA = 'p_app' OR tg_table_schema IN ('x', 'p_app') THEN",
        "SELECT 1 WHERE current_schema = 'app' OR current_schema() = 'app' OR pg_catalog.current_schema() IN ('app')|SELECT 1 WHERE current_schema = 'p_app' OR current_schema() = 'p_app' OR pg_catalog.current_schema() IN ('p_app')",
        "SELECT 1 WHERE view_schema = 'app' OR collation_schema = 'app' OR foreign_table_schema = 'app'|SELECT 1 WHERE view_schema = 'p_app' OR collation_schema = 'p_app' OR foreign_table_schema = 'p_app'",
        "IMPORT FOREIGN SCHEMA app FROM SERVER s INTO app; SELECT app|IMPORT FOREIGN SCHEMA app FROM SERVER s INTO p_app; SELECT app",
        "IMPORT FOREIGN SCHEMA x LIMIT TO (a, b) FROM SERVER into_s INTO app OPTIONS (a 'app')|IMPORT FOREIGN SCHEMA x LIMIT TO (a, b) FROM SERVER into_s INTO p_app OPTIONS (a 'app')",
        "EXECUTE 'IMPORT FOREIGN SCHEMA app EXCEPT (x) FROM SERVER s INTO app'|EXECUTE 'IMPORT FOREIGN SCHEMA app EXCEPT (x) FROM SERVER s INTO p_app'",
        "SELECT 1 WHERE nspname IN (1, 'app')|SELECT 1 WHERE nspname IN (1, 'p_app')",
        "EXECUTE concat('INSERT INTO app.', t)|EXECUTE concat('INSERT INTO p_app.', t)",
      })
  void isRenamedWhereItStandsAsASchema(String sql, String renamed) {
    assertEquals(renamed, Renamers.ordinary().sql(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT app FROM app",
        "SELECT 'app', E'app', $$app$$, 'the app.'",
        "SELECT \"App\".x, \"APP\".x",
        "SELECT app1.x, my_app.x, app$.x, appé.x, éapp.x, app_.x",
        "SELECT x.app, public.app, public.app.id, audit.app.id, NEW.app.id",
        "SELECT app.* FROM accounts app",
        "SELECT 'publications.app', 'my_app.x', 'my-app.x', 'app-x.y', 'app$.x'",
        "SELECT current_setting('app.user_id', true)",
        "SELECT set_config('app.user_id', 'x', true)",
        "SET app.user_id = 'x'; SET LOCAL app.user_id TO 1; RESET app.user_id; SHOW app.user_id",
        "EXECUTE 'SET LOCAL app.user_id = 1'",
        "EXECUTE 'SELECT current_setting(''app.user_id'')'",
        "IMPORT FOREIGN SCHEMA app FROM SERVER s INTO public",
        "CREATE SCHEMA AUTHORIZATION app",
        "INSERT INTO t (category) VALUES ('app')",
        "INSERT INTO t VALUES ('app.example.com', 'https://app.io/x', 'me@app.io', 'app.io:80')",
        "UPDATE t SET schema_name = 'x', category = 'app'",
        "CREATE POLICY \"app.users\" ON x",
        "FOR i IN app..10 LOOP",
        "CREATE TABLE x (app int, \"app\" int)",
        "COMMENT ON TABLE x IS 'schemas/app.sql'",
        "GRANT app TO bob",
        "SELECT (r).app.x, a[1].app.x, f().app.x",
        "SELECT \"My Schema\".app.x",
        "CREATE TABLE t (schema text, app text)",
        "SELECT schema, app FROM t",
        "SELECT $1.app.x",
        "SELECT app.",
        "SELECT 'app'::",
        "SELECT \"",
        "SELECT nspname || 'app'",
        "SET nspname TO 'app'",
        "SELECT 'See https://x/app.y', 'the app. Then', 'in the app.', 'app..x'",
        "SELECT app.* , (1)",
        "SELECT operator, app.* FROM t app",
        "SELECT operator IS NULL AND app.* IS NULL",
        "SELECT 'the operator app. Then', 'operator x app.*', 'app.*'",
        "SELECT OPERATOR 2, app.*",
        "SELECT current_schema(x) = 'app', f(current_schema) = 'app'",
        "IMPORT FOREIGN SCHEMA x FROM SERVER app; INSERT INTO app",
        "GRANT USAGE ON FOREIGN SERVER x TO y; INSERT INTO app",
        "SELECT 1 INTO app",
      })
  void isLeftElsewhere(String sql) {
    SchemaRenamer renamer = Renamers.ordinary();
    assertSame(sql, renamer.sql(sql));
  }

  @Test
  void aSchemaCalledLikeAKeyWordTakesNothingFromTheKeyWord() {
    SchemaRenamer renamer = Renamers.of("exists", "set", "app");
    assertEquals("DROP SCHEMA p_n_1, p_n_3", renamer.sql("DROP SCHEMA exists, app"));
    assertSame("SET app.user_id = 1", renamer.sql("SET app.user_id = 1"));
  }

  @Test
  void lettersFoldFromTheFirstToTheLast() {
    assertEquals("SELECT p_n_1.x()", Renamers.of("az").sql("SELECT AZ.x()"));
  }

  @ParameterizedTest
  @CsvSource({"8,p_app", "9,app"})
  void bodiesInBodiesAreReadAsCodeEightDeep(int depth, String schema) {
    String sql = "SELECT x-app.f()";
    for (int i = 0; i < depth; i++) {
      sql = "DO $b" + i + "$" + sql + "$b" + i + "$";
    }
    assertEquals(sql.replace("app", schema), Renamers.ordinary().sql(sql));
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT app.x FROM app,2",
    "SELECT 'app' || app,2",
    "SELECT my_app.x,0",
    "SELECT publications FROM app.x,0",
    "SET app.x = 1,1",
  })
  void whatIsLeftIsCounted(String sql, long count) {
    SchemaRenamer renamer = Renamers.ordinary();
    String renamed = renamer.sql(sql);
    assertEquals(count, renamer.leftAlone(), renamed);
  }
}
