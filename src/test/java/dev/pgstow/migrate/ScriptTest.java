package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
  @TempDir Path folder;

  private Script script(String text) {
    return script(text.getBytes(StandardCharsets.UTF_8));
  }

  private Script script(byte[] bytes) {
    try {
      Path file = Files.write(folder.resolve("script.sql"), bytes);
      return Script.of(ScriptFile.read(file), true);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Failure refused(String text) {
    return assertThrows(Failure.class, () -> script(text));
  }

  @Test
  void commandsOfPsqlAreRefusedByLine() {
    Failure failure = refused("SELECT 1;\n-- \\i in a comment, '\\' in a string\n\\i other.sql\n");
    assertEquals("psql-command", failure.ident());
    assertTrue(failure.getMessage().contains("line 3: \\i "), failure.getMessage());
    assertEquals(1, script("SELECT '\n\\i x\n' AS \"\\x\" -- \\d").statements().size());
  }

  @Test
  void copyFromTheClientIsRefusedByLine() {
    Failure failure = refused("\nCOPY t (a, b) FROM STDIN;\n1\t2\n");
    assertEquals("copy-data", failure.ident());
    assertTrue(failure.getMessage().contains("line 2"), failure.getMessage());
    assertEquals("copy-data", refused("copy (select 1) to stdout").ident());
    assertEquals(1, script("COPY t FROM '/stdin'").statements().size());
  }

  @Test
  void dataOfACopyIsNoCommandOfPsql() {
    Failure failure = refused("SELECT 1;\nCOPY t FROM stdin;\n1\t\\N\n\\.\nSELECT 2;\n");
    assertEquals("copy-data", failure.ident());
    assertTrue(failure.getMessage().contains("line 2"), failure.getMessage());
    assertEquals("psql-command", refused("SELECT 1 \\gset\nCOPY t FROM stdin;\n").ident());
  }

  @Test
  void onlySettingTheReplicaRoleCountsAsSuch() {
    for (String set :
        List.of(
            "SET session_replication_role = replica",
            "set /* x */ local Session_Replication_Role to 'replica'",
            "SET SESSION \"session_replication_role\" = replica",
            "SELECT pg_catalog.set_config('session_replication_role', 'replica', true)",
            "DO $$ BEGIN SET LOCAL session_replication_role = replica; END $$",
            "DO $$ BEGIN EXECUTE 'SET session_replication_role = replica'; END $$",
            "DO $$ BEGIN PERFORM set_config('session_replication_role', 'replica', true); END"
                + " $$")) {
      assertTrue(script(set).setsReplicaRole(), set);
    }
    for (String named :
        List.of(
            "-- SET session_replication_role = replica\nSELECT 1",
            "SELECT current_setting('session_replication_role')",
            "SELECT 'SET session_replication_role = replica'",
            "DO $$ BEGIN -- SET session_replication_role\nNULL; END $$",
            "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ SET session_replication_role ="
                + " replica $$")) {
      assertFalse(script(named).setsReplicaRole(), named);
      assertTrue(script(named).mayUseReplicaRole(), named);
    }
  }

  @Test
  void aScriptOfManyStatementsIsReadInLinearTime() {
    String many = "SELECT 1;\n".repeat(200_000);
    assertEquals(
        200_000, assertTimeout(Duration.ofSeconds(20), () -> script(many)).statements().size());
  }

  @Test
  void whatWouldOutliveTheTransactionIsRefusedByLine() {
    Failure prepared = refused("SELECT 1;\nPREPARE TRANSACTION 'x';");
    assertEquals("prepare-transaction", prepared.ident());
    assertTrue(prepared.getMessage().contains("line 2"), prepared.getMessage());
    script("PREPARE q AS SELECT 1;");
  }

  @Test
  void aStyleOfDatesThatCannotBeReadIsRefusedByLine() {
    for (String set :
        List.of(
            "SET DateStyle = 'German'",
            "set local \"datestyle\" to sql, dmy",
            "SET SESSION datestyle='Postgres, MDY'")) {
      Failure failure = refused("\n" + set + ";");
      assertEquals("date-style", failure.ident());
      assertTrue(failure.getMessage().contains("line 2"), failure.getMessage());
    }
    script("SET datestyle = 'ISO, DMY'; SET datestyle TO dmy; SELECT 'SET datestyle = german';");
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertEquals(
        "script-not-text",
        assertThrows(Failure.class, () -> script(new byte[] {(byte) 0xff})).ident());
    assertEquals("script-not-text", refused("SELECT '\0'").ident());
    assertEquals(
        "script-missing",
        assertThrows(Failure.class, () -> ScriptFile.read(folder.resolve("none.sql"))).ident());
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheSql() {
    assertEquals(List.of("SELECT 1"), script("\uFEFFSELECT 1;").sql());
  }

  @Test
  void hashesAreOfTheBytes() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", script("abc").hash());
  }

  @Test
  void scriptsThatCheckNothingAreKnown() {
    for (String nothing : List.of("SELECT 1;", "select true as ok, 'x'; SELECT NULL", "SELECT")) {
      assertTrue(ScriptText.isTriviallyTrue(script(nothing)), nothing);
    }
    for (String something :
        List.of("", "-- x", "SELECT 1 FROM t", "SELECT 1/0", "SELECT f()", "DO $$ $$", "TABLE t")) {
      assertFalse(ScriptText.isTriviallyTrue(script(something)), something);
    }
  }

  @Test
  void writtenTablesAreReadOffTheText() {
    assertEquals(
        List.of("a", "s.\"B c\"", "s.d", "e", "f"),
        List.copyOf(
            WrittenNames.of(
                script(
                    "INSERT INTO a VALUES (1); INSERT INTO s.\"B c\" (x) SELECT 1 ON CONFLICT DO"
                        + " UPDATE SET x = 1; DELETE FROM ONLY s . d; UPDATE e SET x = 1; WITH w AS"
                        + " (UPDATE f SET x = 1 RETURNING x) SELECT x FROM w FOR UPDATE"))));
  }
}
