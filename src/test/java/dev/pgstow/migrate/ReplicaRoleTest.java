package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that switch foreign keys off, as exported metadata does, and the rights they need. */
class ReplicaRoleTest {
  private static final String REPLICA = "SET session_replication_role TO replica;\n";
  private static final String ORIGIN = "\nSET session_replication_role TO DEFAULT;";

  @TempDir Path root;
  private Target target;

  @BeforeEach
  void create() {
    target = Target.create(root);
    target.execute(
        "CREATE TABLE up (id int PRIMARY KEY);"
            + " CREATE TABLE down (id int PRIMARY KEY, up int REFERENCES up);"
            + " INSERT INTO up VALUES (1); INSERT INTO down VALUES (1, 1)");
  }

  @AfterEach
  void drop() {
    target.close();
  }

  @Test
  void rowsMayComeBeforeWhatTheyPointAt() {
    TestModule.in(root, "app")
        .change("a", REPLICA + "INSERT INTO down VALUES (2, 2);" + ORIGIN)
        .change("b", REPLICA + "INSERT INTO up VALUES (2);" + ORIGIN);
    target.deploy("app");
    assertEquals(List.of("1", "2"), target.query("SELECT up FROM down ORDER BY 1"));
  }

  @Test
  void whatStillPointsNowhereRollsTheModuleBack() {
    TestModule.in(root, "app")
        .change("a", REPLICA + "DO $$ BEGIN INSERT INTO down VALUES (2, 2); END $$;" + ORIGIN)
        .table("b");
    Failure failure = target.fails(() -> target.deploy("app"));
    assertEquals("foreign-key-broken", failure.ident());
    assertTrue(
        failure.getMessage().contains("1 of down point at missing rows of up (down_up_fkey)"),
        failure.getMessage());
    assertTrue(failure.hint().contains("The module app was rolled back"), failure.hint());
    assertEquals(List.of("1"), target.query("SELECT id FROM down"));
    assertEquals(List.of(), target.ledger());
    assertEquals(List.of("deploy app:a 23503"), failures());
  }

  private List<String> failures() {
    return target.query(
        "SELECT concat_ws(' ', event_type, package || ':' || change_name, error_code)"
            + " FROM pgpm_migrate.events WHERE error_code ~ '^[0-9]' ORDER BY event_id");
  }

  @Test
  void withoutATransactionTheChangeStaysUnfinishedUntilItIsMended() {
    TestModule.in(root, "app")
        .change("a", REPLICA + "INSERT INTO down VALUES (2, 2);" + ORIGIN)
        .change("b", REPLICA + "INSERT INTO up VALUES (2);" + ORIGIN)
        .table("c");
    target.deploy("app", DeployOption.NO_TRANSACTION);
    TestModule.in(root, "more")
        .change("d", REPLICA + "INSERT INTO down VALUES (3, 3) ON CONFLICT DO NOTHING;" + ORIGIN)
        .table("e");
    for (int time = 1; time <= 2; time++) {
      Failure failure = target.fails(() -> target.deploy("more", DeployOption.NO_TRANSACTION));
      assertEquals("foreign-key-broken", failure.ident());
      assertTrue(failure.hint().contains("more:d counts as unfinished"), failure.hint());
      assertEquals(List.of("d"), target.status("more").unfinished());
      assertEquals(List.of("app:a", "app:b", "app:c"), target.ledger());
    }
    assertEquals(List.of("deploy more:d 23503", "deploy more:d 23503"), failures());
    target.execute("INSERT INTO up VALUES (3)");
    target.deploy("more", DeployOption.NO_TRANSACTION);
    assertEquals(List.of(), target.status("more").unfinished());
  }

  @Test
  void revertsThatBreakKeysAreToldAndNotRecorded() {
    TestModule.in(root, "app").change("a", "SELECT 1;", REPLICA + "DELETE FROM up;" + ORIGIN, "");
    target.deploy("app");
    for (Set<DeployOption> options :
        List.of(Set.<DeployOption>of(), Set.of(DeployOption.NO_TRANSACTION))) {
      RevertRequest request =
          new RevertRequest(
              target.workspace(),
              target.name(),
              "app",
              new RevertScope.Last(),
              options,
              SessionLimits.none(),
              Optional.empty());
      Failure failure =
          target.fails(
              () -> new Reverter(Target.databases()).run(request, ProgressListener.none()));
      assertEquals("foreign-key-broken", failure.ident());
      assertEquals(List.of("app:a"), target.ledger());
    }
    assertEquals(List.of("revert app:a 23503", "revert app:a 23503"), failures());
  }

  @Test
  void deletingWhatIsPointedAtIsFoundToo() {
    TestModule.in(root, "app").change("a", REPLICA + "DELETE FROM up;" + ORIGIN);
    assertEquals("foreign-key-broken", target.fails(() -> target.deploy("app")).ident());
    assertEquals(
        "foreign-key-broken",
        target.fails(() -> target.deploy("app", DeployOption.NO_TRANSACTION)).ident());
  }

  @Test
  void tablesOfPartitionsAndSeveralColumnsAreChecked() {
    target.execute(
        "CREATE TABLE p (a int, b text, PRIMARY KEY (a, b)) PARTITION BY LIST (a);"
            + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);"
            + " CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);"
            + " CREATE TABLE q (x int, y text, FOREIGN KEY (x, y) REFERENCES p);"
            + " INSERT INTO p VALUES (1, 'a'), (2, 'b'); INSERT INTO q VALUES (2, 'b'), (9, NULL)");
    TestModule.in(root, "app")
        .change("a", REPLICA + "INSERT INTO q VALUES (1, 'a');" + ORIGIN)
        .change(
            "b", REPLICA + "DELETE FROM p WHERE a = 2; INSERT INTO p VALUES (2, 'b');" + ORIGIN);
    target.deploy("app");
    TestModule.in(root, "more").change("c", REPLICA + "DELETE FROM p1;" + ORIGIN);
    Failure failure = target.fails(() -> target.deploy("more"));
    assertTrue(failure.getMessage().contains("1 of q point at missing rows of p "));
  }

  @Test
  void whoMayNotIsToldBeforeTheFirstChange() {
    String role = "migrate_plain_" + ProcessHandle.current().pid();
    TestServer server = TestServer.shared();
    server.execute("postgres", "CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    try {
      target.execute(
          "GRANT CREATE ON DATABASE "
              + target.name()
              + " TO "
              + role
              + "; GRANT CREATE ON SCHEMA public TO "
              + role);
      TestModule.in(root, "app").table("a").change("b", REPLICA + "SELECT 1;" + ORIGIN);
      TestModule.in(root, "reads")
          .change(
              "x",
              "-- SET session_replication_role\n"
                  + "CREATE FUNCTION x() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN"
                  + " current_setting('session_replication_role'); END $$;");
      assertEquals(1, deploy(role, "reads").deployed());
      Failure failure = target.fails(() -> deploy(role, "app"));
      assertEquals("replication-role-denied", failure.ident());
      assertTrue(failure.hint().contains("GRANT SET ON PARAMETER"), failure.hint());
      assertEquals(
          List.of(), target.query("SELECT 1 FROM pgpm_migrate.changes WHERE package = 'app'"));
      target.execute("GRANT SET ON PARAMETER session_replication_role TO " + role);
      assertEquals(2, deploy(role, "app").deployed());
    } finally {
      target.execute("DROP OWNED BY " + role + " CASCADE");
      server.execute("postgres", "DROP OWNED BY " + role + "; DROP ROLE " + role);
    }
  }

  private DeployResult deploy(String role, String module) {
    return new Deployer(Target.as(role, "secret"))
        .run(target.request(module), ProgressListener.none());
  }

  @Test
  void rolesThatAreGrantedToMustBeThere() {
    TestModule.in(root, "app")
        .table("a")
        .change("b", "GRANT SELECT ON a TO migrate_no_such, public WITH GRANT OPTION;");
    Failure failure = target.fails(() -> target.deploy("app"));
    assertEquals("role-missing", failure.ident());
    assertTrue(failure.getMessage().contains("app:b grants"), failure.getMessage());
    assertTrue(failure.getMessage().endsWith("have: migrate_no_such."), failure.getMessage());
    TestModule.in(root, "app")
        .change(
            "x",
            "CREATE ROLE migrate_made; GRANT migrate_made TO current_user; DROP ROLE"
                + " migrate_made;");
    assertEquals(1, target.deploy("app").deployed());
  }

  @Test
  void rolesThatTheScriptsMayMakeNeedNotBeThere() {
    String role = "migrate_maker_" + ProcessHandle.current().pid();
    TestModule.in(root, "computed")
        .change(
            "a",
            "DO $$ BEGIN EXECUTE format('CREATE ROLE %I NOLOGIN', '"
                + role
                + "' || '_a'); END $$; CREATE TABLE a (); GRANT SELECT ON a TO "
                + role
                + "_a;");
    TestModule.in(root, "called")
        .change(
            "b",
            "CREATE FUNCTION make(name text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE"
                + " 'create role ' || quote_ident(name); END $$; CREATE FUNCTION make_c() RETURNS"
                + " void LANGUAGE sql AS 'CREATE ROLE "
                + role
                + "_c'; SELECT make('"
                + role
                + "_b'), make_c(); CREATE TABLE b (); GRANT SELECT ON b TO "
                + role
                + "_b, "
                + role
                + "_c;");
    TestModule.in(root, "renamed")
        .change(
            "c",
            """
            CREATE ROLE "%s_x"; ALTER ROLE "%s_x" RENAME TO %s_d;
            CREATE TABLE c (); GRANT SELECT ON c TO %s_d;\
            """
                .replace("%s", role));
    try {
      target.deploy("computed");
      target.deploy("renamed");
      target.deploy("called");
      TestModule.in(root, "known").change("d", "GRANT SELECT ON a TO " + role + "_e;");
      // make() is in the database by now: it might.
      Failure late = target.fails(() -> target.deploy("known"));
      assertEquals("42704", ((ScriptFailure) late).error().sqlState());
    } finally {
      for (String name : List.of("_a", "_b", "_c", "_d")) {
        target.execute(
            """
            DO $$ BEGIN IF to_regrole('%s') IS NOT NULL THEN
              DROP OWNED BY %s; DROP ROLE %s; END IF; END $$\
            """
                .replace("%s", role + name));
      }
    }
  }

  @Test
  void anExtensionMayMakeRolesToo() {
    TestModule.in(root, "app", "hstore")
        .change("a", "GRANT USAGE ON SCHEMA public TO migrate_no_such;");
    Failure failure = target.fails(() -> target.deploy("app"));
    assertEquals("42704", ((ScriptFailure) failure).error().sqlState());
    target.execute("CREATE EXTENSION hstore");
    assertEquals("role-missing", target.fails(() -> target.deploy("app")).ident());
  }
}
