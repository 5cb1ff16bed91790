package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts do is what psql would have done with them. */
class ScriptEffectsTest {
  @TempDir Path root;
  private Target target;

  @BeforeEach
  void create() {
    target = Target.create(root);
  }

  @AfterEach
  void drop() {
    target.close();
  }

  private void bothWays(String script, String query, String... expected) {
    TestModule.in(root, "app").change("c", script);
    for (DeployOption[] options : new DeployOption[][] {{}, {DeployOption.NO_TRANSACTION}}) {
      try (Target fresh = Target.create(root)) {
        fresh.deploy("app", options);
        assertEquals(List.of(expected), fresh.query(query), script);
        assertEquals(List.of("app:c"), fresh.ledger());
      }
    }
  }

  @Test
  void transactionsOfTheirOwnAreLeftOut() {
    TestModule.in(root, "app")
        .change("a", "BEGIN;\nCREATE TABLE a ();\nSAVEPOINT s;\nRELEASE s;\nCOMMIT;")
        .change("b", "START TRANSACTION; CREATE TABLE b (); END; SELECT 1/0;");
    assertEquals("deploy-failed", target.fails(() -> target.deploy("app")).ident());
    assertEquals(List.of(), target.tables());
    TestModule.in(root, "app").change("a", "BEGIN;\nCREATE TABLE a ();\nCOMMIT;");
    List<String> warnings = new ArrayList<>();
    DeployResult result =
        new Deployer(Target.databases()).run(target.request("app"), Target.warnings(warnings));
    assertEquals(2, result.dropped());
    assertTrue(warnings.get(0).startsWith("2 BEGIN, COMMIT"), warnings.toString());
    assertEquals(List.of("a"), target.tables());
  }

  @Test
  void quotesCommentsAndBodiesAreReadAsTheServerDoes() {
    bothWays(
        """
        /* a /* nested; */ BEGIN; */
        CREATE TABLE t (v text);
        INSERT INTO t VALUES ('a;b'), (E'c\\';d'), ($$e;$x$f$$), ($x$g$$;$x$), (U&'\\0068;');
        CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $body$
        BEGIN
          -- COMMIT;
          INSERT INTO t VALUES ('from f; BEGIN');
        END;
        $body$;
        SELECT f();
        CREATE FUNCTION g(n int) RETURNS text LANGUAGE sql
        BEGIN ATOMIC
          INSERT INTO t VALUES ('from g');
          SELECT CASE WHEN n > 0 THEN 'x' ELSE 'y' END;
        END;
        SELECT g(1);
        CREATE RULE r AS ON DELETE TO t DO ALSO (SELECT 1; SELECT 2);
        DO $$ BEGIN BEGIN INSERT INTO t VALUES ('from do'); END; END $$;
        """,
        "SELECT v FROM t ORDER BY v COLLATE \"C\"",
        "a;b",
        "c';d",
        "e;$x$f",
        "from do",
        "from f; BEGIN",
        "from g",
        "g$$;",
        "h;");
  }

  @Test
  void backslashesMeanWhatTheScriptSetsThemTo() {
    bothWays(
        "CREATE TABLE t (v text);\n"
            + "INSERT INTO t VALUES ('a\\');\n"
            + "SET standard_conforming_strings = off;\nSET escape_string_warning = off;\n"
            + "INSERT INTO t VALUES ('b\\';c'); INSERT INTO t VALUES ('d');",
        "SELECT v FROM t ORDER BY v",
        "a\\",
        "b';c",
        "d");
  }

  @Test
  void jdbcEscapesAndQuestionMarksAreNotTouched() {
    bothWays(
        "CREATE TABLE t AS SELECT '{\"a\":1}'::jsonb ? 'a' AS v, '{d x}' AS w, '{fn now()}' AS x;",
        "SELECT v || w || x FROM t",
        "true{d x}{fn now()}");
  }

  @Test
  void manyStatementsRunInOrder() {
    StringBuilder script = new StringBuilder("CREATE TABLE t (id serial, v int);\n");
    for (int i = 0; i < 250; i++) {
      script.append("INSERT INTO t (v) VALUES (").append(i).append("); SELECT v FROM t;\n");
    }
    bothWays(script.toString(), "SELECT count(*) FROM t WHERE id = v + 1", "250");
  }

  @Test
  void aFailureAmongManyStatementsIsFoundByLine() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      script.append(i == 222 ? "SELECT 1/0;\n" : "SELECT 1;\n");
    }
    TestModule.in(root, "app").table("a").change("c", script.toString()).table("d");
    for (DeployOption[] options : new DeployOption[][] {{}, {DeployOption.NO_TRANSACTION}}) {
      Failure failure = target.fails(() -> target.deploy("app", options));
      ScriptError error = ((ScriptFailure) failure).error();
      // Two lines of header come first.
      assertEquals(225, error.line());
      assertEquals("22012", error.sqlState());
    }
  }

  @Test
  void whatNeedsToBeAloneRunsWithoutATransaction() {
    String script =
        "CREATE TYPE e AS ENUM ('a');\nALTER TYPE e ADD VALUE 'b';\nCREATE TABLE t (v e);\n"
            + "INSERT INTO t VALUES ('b');\nCREATE INDEX CONCURRENTLY i ON t (v);\nVACUUM t;";
    TestModule.in(root, "app").change("c", script);
    ScriptFailure failure = (ScriptFailure) target.fails(() -> target.deploy("app"));
    assertEquals(7, failure.error().line());
    target.deploy("app", DeployOption.NO_TRANSACTION);
    assertEquals(
        List.of("t"),
        target.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"));
  }

  @Test
  void settingsDoNotReachTheNextScript() {
    TestServer.shared()
        .execute(
            "postgres",
            "DO $$ BEGIN CREATE ROLE migrate_weak; EXCEPTION WHEN duplicate_object THEN NULL; END"
                + " $$");
    TestModule.in(root, "app")
        .change("a", "CREATE SCHEMA s; SET search_path = s; CREATE TABLE t ();")
        .change("b", "BEGIN; SET LOCAL work_mem = '7MB'; SET ROLE migrate_weak; COMMIT;")
        .change("c", "SELECT set_config('session_replication_role', 'replica', false);")
        .change("d", "DO $$ BEGIN SET SESSION AUTHORIZATION migrate_weak; END $$;")
        .change(
            "d1",
            "CREATE FUNCTION public.leak(path text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN"
                + " EXECUTE 'SET search_path = ' || path; SET ROLE migrate_weak; END $$;")
        .change("d2", "SELECT public.leak('s');")
        .change("d3", "WITH w AS (SELECT public.leak('s')) TABLE w;")
        .change("d4", "VALUES (public.leak('s'));")
        .change("d5", "PREPARE p AS SELECT public.leak('s'); EXECUTE p;")
        .change(
            "e",
            "CREATE TABLE public.seen AS SELECT current_setting('search_path') AS v UNION ALL"
                + " SELECT current_setting('work_mem') UNION ALL SELECT current_user::text UNION"
                + " ALL SELECT current_setting('session_replication_role') UNION ALL SELECT"
                + " current_setting('lock_timeout')");
    target.run(
        target
            .request("app")
            .within(new SessionLimits(Optional.empty(), Optional.of(Duration.ofSeconds(9)))));
    assertEquals(
        List.of("\"$user\", public", "4MB", TestServer.shared().user, "origin", "9s"),
        target.query("SELECT v FROM seen"));
  }

  @Test
  void noticesAreHeardOnRequest() {
    TestModule.in(root, "app")
        .change("a", "DO $$ BEGIN RAISE NOTICE 'hello %', 1; RAISE WARNING 'beware'; END $$;");
    List<String> heard = new ArrayList<>();
    new Deployer(Target.databases())
        .run(target.request("app").with(DeployOption.NOTICES), Target.warnings(heard));
    assertEquals(List.of("NOTICE hello 1", "WARNING beware"), heard);
    try (Target quiet = Target.create(root)) {
      List<String> nothing = new ArrayList<>();
      new Deployer(Target.databases()).run(quiet.request("app"), Target.warnings(nothing));
      assertEquals(List.of(), nothing);
    }
  }
}
