package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.postgres.Session;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls the ledger's objects as pgpm does. */
class LedgerTest {
  @TempDir Path root;
  private Target target;

  @BeforeEach
  void create() {
    target = Target.create(root);
    ensure();
  }

  @AfterEach
  void drop() {
    target.close();
  }

  private void ensure() {
    try (Session session = TestSessions.open(target.name())) {
      Ledger ledger = new Ledger(session);
      ledger.ensure();
      assertTrue(ledger.exists());
    }
  }

  private String refused(String sql) {
    SQLException error =
        assertThrows(
            SQLException.class,
            () -> {
              try (Connection connection = TestServer.shared().connect(target.name());
                  Statement statement = connection.createStatement()) {
                statement.execute(sql);
              }
            });
    return error.getMessage();
  }

  @Test
  void namesTypesAndDefaultsArePgpms() {
    assertEquals(
        List.of(
            "f deployed_changes(p_package text DEFAULT NULL::text) TABLE(package text, change_name"
                + " text, deployed_at timestamp with time zone)",
            "f get_dependents(p_package text, p_change_name text) TABLE(package text, change_name"
                + " text, dependency text)",
            "f is_deployed(p_package text, p_change_name text) boolean",
            "f status(p_package text DEFAULT NULL::text) TABLE(package text, total_deployed"
                + " integer, last_change text, last_deployed timestamp with time zone)",
            "f verify(p_package text, p_change_name text, p_verify_sql text) boolean",
            "p deploy(IN p_package text, IN p_change_name text, IN p_script_hash text, IN"
                + " p_requires text[], IN p_deploy_sql text, IN p_log_only boolean DEFAULT false)",
            "p register_package(IN p_package text)",
            "p revert(IN p_package text, IN p_change_name text, IN p_revert_sql text)"),
        target.query(
            "SELECT concat_ws(' ', prokind, proname || '(' || pg_get_function_arguments(oid) ||"
                + " ')', pg_get_function_result(oid)) FROM pg_proc WHERE pronamespace ="
                + " 'pgpm_migrate'::regnamespace ORDER BY prokind, proname"));
  }

  @Test
  void constraintsArePgpms() {
    assertEquals(
        List.of(
            "changes_package_change_name_key UNIQUE (package, change_name)",
            "changes_package_fkey FOREIGN KEY (package) REFERENCES pgpm_migrate.packages(package)",
            "changes_package_script_hash_key UNIQUE (package, script_hash)",
            "changes_pkey PRIMARY KEY (change_id)",
            "dependencies_change_id_fkey FOREIGN KEY (change_id) REFERENCES"
                + " pgpm_migrate.changes(change_id) ON DELETE CASCADE",
            "dependencies_pkey PRIMARY KEY (change_id, requires)",
            "events_event_type_check CHECK ((event_type = ANY (ARRAY['deploy'::text,"
                + " 'revert'::text, 'verify'::text])))",
            "events_pkey PRIMARY KEY (event_id)",
            "packages_pkey PRIMARY KEY (package)"),
        target.query(
            "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
                + " WHERE connamespace = 'pgpm_migrate'::regnamespace AND contype <> 'n'"
                + " ORDER BY conname"));
  }

  @Test
  void deployRunsRecordsAndSkips() {
    target.execute("CALL pgpm_migrate.register_package('app')");
    target.execute("CALL pgpm_migrate.register_package('app')");
    target.execute("CALL pgpm_migrate.deploy('app', 'a', 'h1', NULL, 'CREATE TABLE a ()')");
    target.execute("CALL pgpm_migrate.deploy('app', 'a', 'h1', NULL, 'CREATE TABLE a ()')");
    target.execute(
        "CALL pgpm_migrate.deploy('app', 'b', 'h2', ARRAY['a', 'app:a'], 'nonsense', true)");
    target.execute(
        "CALL pgpm_migrate.deploy('more', 'c', 'h2', ARRAY['app:b'], 'SELECT 1', false)");
    assertEquals(List.of("app:a", "app:b", "more:c"), target.ledger());
    assertEquals(List.of("a"), target.tables());
    assertEquals(
        List.of("deploy app:a", "deploy app:b", "deploy more:c"),
        target.query(
            "SELECT event_type || ' ' || package || ':' || change_name FROM pgpm_migrate.events"
                + " ORDER BY event_id"));
    assertEquals(
        List.of("t"),
        target.query(
            "SELECT bool_and(change_id = encode(sha256((package || change_name ||"
                + " script_hash)::bytea), 'hex')) FROM pgpm_migrate.changes"));
  }

  @Test
  void deployRefusesOtherContentAndMissingRequirements() {
    target.execute("CALL pgpm_migrate.deploy('app', 'a', 'h1', '{}', 'SELECT 1')");
    assertTrue(
        refused("CALL pgpm_migrate.deploy('app', 'a', 'h2', '{}', 'SELECT 1')")
            .contains("Change a is deployed in package app already, with another script"));
    assertTrue(
        refused("CALL pgpm_migrate.deploy('app', 'b', 'h2', ARRAY['a', 'x:y', 'z'], 'SELECT 1')")
            .contains("x:y, z"));
    assertTrue(
        refused("CALL pgpm_migrate.deploy('app', 'b', 'h2', '{}', 'SELECT 1/0')")
            .contains("division by zero"));
    assertEquals(List.of("app:a"), target.ledger());
  }

  @Test
  void isDeployedTakesQualifiedNames() {
    target.execute("CALL pgpm_migrate.deploy('app', 'a', 'h1', '{}', '', true)");
    assertEquals(
        List.of("t t f f"),
        target.query(
            "SELECT concat_ws(' ', pgpm_migrate.is_deployed('app', 'a'),"
                + " pgpm_migrate.is_deployed('x', 'app:a'), pgpm_migrate.is_deployed('x', 'a'),"
                + " pgpm_migrate.is_deployed('app', 'x:a'))"));
  }

  @Test
  void revertUndoesUnlessRequired() {
    target.execute("CALL pgpm_migrate.deploy('app', 'a', 'h1', '{}', 'CREATE TABLE a ()')");
    target.execute("CALL pgpm_migrate.deploy('app', 'b', 'h2', ARRAY['a'], '', true)");
    target.execute("CALL pgpm_migrate.deploy('more', 'c', 'h3', ARRAY['app:a'], '', true)");
    String message = refused("CALL pgpm_migrate.revert('app', 'a', 'DROP TABLE a')");
    assertTrue(message.contains("app:b") && message.contains("more:c"), message);
    assertEquals(
        List.of("app:b a", "more:c app:a"),
        target.query(
            "SELECT package || ':' || change_name || ' ' || dependency"
                + " FROM pgpm_migrate.get_dependents('app', 'a')"));
    target.execute("CALL pgpm_migrate.revert('more', 'c', '')");
    target.execute("CALL pgpm_migrate.revert('app', 'b', '')");
    target.execute("CALL pgpm_migrate.revert('app', 'a', 'DROP TABLE a')");
    assertEquals(List.of(), target.ledger());
    assertEquals(List.of(), target.tables());
    assertTrue(refused("CALL pgpm_migrate.revert('app', 'a', '')").contains("not deployed"));
  }

  @Test
  void verifyTellsAndKeepsNothing() {
    target.execute("CREATE TABLE kept (id int)");
    assertEquals(
        List.of("t f"),
        target.query(
            "SELECT concat_ws(' ', pgpm_migrate.verify('app', 'a', 'INSERT INTO kept VALUES (1)'),"
                + " pgpm_migrate.verify('app', 'a', 'SELECT 1/0'))"));
    assertEquals(List.of("0"), target.query("SELECT count(*) FROM kept"));
  }

  @Test
  void listsWhatIsDeployed() {
    target.execute("CALL pgpm_migrate.deploy('app', 'b', 'h1', '{}', '', true)");
    target.execute("CALL pgpm_migrate.deploy('app', 'a', 'h2', '{}', '', true)");
    target.execute("CALL pgpm_migrate.deploy('more', 'c', 'h3', '{}', '', true)");
    assertEquals(
        List.of("b", "a", "c"),
        target.query("SELECT change_name FROM pgpm_migrate.deployed_changes()"));
    assertEquals(
        List.of("b", "a"),
        target.query("SELECT change_name FROM pgpm_migrate.deployed_changes('app')"));
    assertEquals(
        List.of("app 2 a", "more 1 c"),
        target.query(
            "SELECT concat_ws(' ', package, total_deployed, last_change)"
                + " FROM pgpm_migrate.status()"));
    assertEquals(
        List.of("1"), target.query("SELECT total_deployed FROM pgpm_migrate.status('more')"));
  }

  @Test
  void itIsFoundWhereTheServerQuotesAllIdentifiers() {
    target.execute("ALTER DATABASE " + target.name() + " SET quote_all_identifiers = on");
    ensure();
    assertEquals(
        List.of("8"),
        target.query(
            "SELECT count(*) FROM pg_proc WHERE pronamespace = 'pgpm_migrate'::regnamespace"));
  }

  @Test
  void whatIsThereIsLeftAloneAndWhatIsMissingIsMade() {
    target.execute(
        "DROP FUNCTION pgpm_migrate.status(text);"
            + " COMMENT ON PROCEDURE pgpm_migrate.register_package IS 'theirs';"
            + " CREATE OR REPLACE FUNCTION pgpm_migrate.is_deployed(p_package text, p_change_name"
            + " text) RETURNS boolean LANGUAGE sql AS 'SELECT false'");
    ensure();
    assertEquals(List.of(), target.query("SELECT package FROM pgpm_migrate.status()"));
    assertEquals(
        List.of("SELECT false"),
        target.query("SELECT prosrc FROM pg_proc WHERE proname = 'is_deployed'"));
    ensure();
  }
}
