package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.TableScripts;
import dev.pgstow.metaschema.ValueRenamer;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows of every column type come back as they were, whatever the deploying session's settings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
  private static final List<String> TABLES =
      List.of("services_public.every_type", "services_public.every_array");
  private static final List<String> HOSTILE =
      List.of(
          "SET DateStyle = 'ISO, DMY'",
          "SET IntervalStyle = 'sql_standard'",
          "SET TimeZone = 'America/St_Johns'",
          "SET array_nulls = off",
          "SET standard_conforming_strings = off",
          "SET extra_float_digits = 0",
          "SET bytea_output = 'escape'",
          "SET xmloption = 'document'",
          "SET search_path = public");

  private final SourceFixture source = new SourceFixture();
  private final SourceFixture target = new SourceFixture();

  @BeforeAll
  void createTables() {
    SqlScript.createRoles();
    String types = resource("types.sql");
    source.with(types).with(resource("values.sql"));
    target.with(types);
  }

  @AfterAll
  void drop() {
    source.close();
    target.close();
  }

  @Test
  void everyTypeComesBackUnderDefaultSettings() throws Exception {
    assertComesBack(List.of());
  }

  @Test
  void everyTypeComesBackUnderHostileSettings() throws Exception {
    assertComesBack(HOSTILE);
  }

  @Test
  void everyTypeComesBackThroughALedgerProcedure() throws Exception {
    target.with(
        "CREATE OR REPLACE FUNCTION public.run(script text) RETURNS void LANGUAGE plpgsql AS"
            + " 'BEGIN EXECUTE script; END'");
    for (String label : TABLES) {
      Scripts scripts = scripts(label);
      target.with("TRUNCATE " + label);
      try (Connection session = TestServer.shared().connect(target.database);
          PreparedStatement run = session.prepareStatement("SELECT public.run(?)")) {
        for (String setting : HOSTILE) {
          SqlScript.run(session, setting + ";");
        }
        for (String script : List.of(scripts.deploy(), scripts.verify())) {
          run.setString(1, script);
          run.execute();
        }
      }
      assertEquals(rows(source, label), rows(target, label), label);
    }
  }

  @Test
  void settingsAreTheSessionsOwnAgainAfterwards() throws Exception {
    Scripts scripts = scripts("services_public.every_type");
    try (Connection session = TestServer.shared().connect(target.database);
        Statement statement = session.createStatement()) {
      SqlScript.run(session, "TRUNCATE services_public.every_type;" + scripts.deploy());
      try (var rows =
          statement.executeQuery(
              "SELECT current_setting('session_replication_role'), current_setting('array_nulls'),"
                  + " current_setting('xmloption')")) {
        rows.next();
        assertEquals(
            "origin on content",
            rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
      }
    }
  }

  private void assertComesBack(List<String> settings) throws Exception {
    for (String label : TABLES) {
      Scripts scripts = scripts(label);
      target.with("TRUNCATE " + label);
      try (Connection session = TestServer.shared().connect(target.database)) {
        for (String setting : settings) {
          SqlScript.run(session, setting + ";");
        }
        assertThrows(SQLException.class, () -> SqlScript.run(session, scripts.verify()), label);
        SqlScript.run(session, scripts.deploy());
        SqlScript.run(session, scripts.verify());
      }
      List<List<String>> before = rows(source, label);
      List<List<String>> after = rows(target, label);
      assertFalse(before.isEmpty());
      for (int i = 0; i < before.size(); i++) {
        assertEquals(before.get(i), after.get(i), label + " row " + i);
      }
      assertEquals(before.size(), after.size());
      try (Connection session = TestServer.shared().connect(target.database)) {
        SqlScript.run(session, scripts.revert());
        SQLException missing =
            assertThrows(SQLException.class, () -> SqlScript.run(session, scripts.verify()));
        assertTrue(missing.getMessage().contains(label + ": "), missing.getMessage());
        assertTrue(missing.getMessage().contains("exported rows are missing"));
      }
      assertEquals(List.of(), rows(target, label));
    }
  }

  private record Scripts(String deploy, String verify, String revert) {}

  private Scripts scripts(String label) throws IOException {
    try (SqlSource sql = source.open();
        ExportSnapshot snapshot = sql.snapshot(SHOP, SnapshotOptions.defaults())) {
      MetadataTable table = SourceFixture.table(snapshot, label);
      StringBuilder deploy = new StringBuilder();
      StringBuilder verify = new StringBuilder();
      TableScripts scripts = new TableScripts(table, SHOP, ValueRenamer.none(), deploy, verify);
      scripts.begin();
      snapshot.readRows(table, scripts::row);
      scripts.end();
      return new Scripts(deploy.toString(), verify.toString(), scripts.revert());
    }
  }

  private static List<List<String>> rows(SourceFixture fixture, String label) {
    try (SqlSource sql = new SqlSource(TestSessions.open(fixture.database));
        ExportSnapshot snapshot = sql.snapshot(SHOP, SnapshotOptions.defaults())) {
      return SourceFixture.rows(snapshot, SourceFixture.table(snapshot, label));
    }
  }

  private static String resource(String name) {
    try (InputStream script = RoundTripTest.class.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
