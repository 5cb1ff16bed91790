package dev.pgstow.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceLoaderTest {
  /** A line that fills a script without making anything. */
  private static final String FILLER = "SELECT '" + "x".repeat(1_000) + "';\n";

  private final TestServer server = TestServer.shared();
  @TempDir Path folder;
  private String database;

  @BeforeEach
  void create() {
    database = server.createDatabase();
  }

  @AfterEach
  void drop() {
    server.dropDatabase(database);
  }

  private Path file(String name, String sql) throws IOException {
    return Files.writeString(folder.resolve(name), sql);
  }

  private void load(List<Path> ordered, List<Path> loose) {
    load(ordered, loose, (session, refused) -> false);
  }

  private interface Mend {
    boolean test(Session session, SqlFailure refused);
  }

  private void load(List<Path> ordered, List<Path> loose, Mend mend) {
    try (Session session = TestSessions.databases(server).connectForScripts(database)) {
      Predicate<SqlFailure> mender = refused -> mend.test(session, refused);
      new SourceLoader(session, mender).load(ordered, loose);
    }
  }

  private Failure fails(String ident, List<Path> ordered, List<Path> loose) {
    Failure failure = assertThrows(Failure.class, () -> load(ordered, loose));
    assertEquals(ident, failure.ident(), failure.getMessage());
    return failure;
  }

  /** Fails if one of the tables is not there. */
  private void assertThere(String... tables) {
    for (String table : tables) {
      server.execute(database, "SELECT 1 FROM " + table);
    }
  }

  @Test
  void filesMayDependOnLaterOnesAndWrittenOnesLeaveOutPublic() throws IOException {
    load(
        List.of(
            file("view.sql", "CREATE VIEW public.v AS SELECT a FROM public.t"),
            file("table.sql", "\uFEFFCREATE TABLE public.t (a int); -- no newline")),
        List.of(file("w.sql", "CREATE TABLE w (b) AS SELECT a FROM v"), file("empty.sql", "")));
    assertThere("public.t", "public.v", "public.w");
  }

  @Test
  void aFileWithATransactionOfItsOwnIsTriedAgainAsAWhole() throws IOException {
    Path first =
        file(
            "a.sql",
            "BEGIN;\nCREATE TABLE zz (a int);\nCOMMIT;\nSTART TRANSACTION;\n"
                + "CREATE VIEW vv AS SELECT * FROM ww;\nEND;");
    Path last = file("d.sql", "begin work; CREATE TABLE ww (a int); commit and no chain;");
    load(List.of(), List.of(first, last));
    assertThere("public.zz", "public.vv", "public.ww");
    Failure failure =
        fails(
            "source-not-loadable",
            List.of(),
            List.of(file("e.sql", "BEGIN;\nSELECT nothing;\nCOMMIT;")));
    assertTrue(failure.getMessage().contains("e.sql, line 2"), failure.getMessage());
  }

  @Test
  void longFilesLoadGroupByGroupAndALongScriptPieceByPiece() throws IOException {
    String long1 = "CREATE TABLE public.a ();\n" + FILLER.repeat(65) + "CREATE TABLE public.b ()";
    load(List.of(file("1.sql", long1), file("2.sql", "CREATE TABLE public.c ();")), List.of());
    assertThere("public.a", "public.b", "public.c");
    load(List.of(file("3.sql", long1.replace("public.", "public.x"))), List.of());
    assertThere("public.xa", "public.xb");
  }

  @Test
  void aLongScriptNamesTheLineOfWhatItsServerRefuses() throws IOException {
    String rest = FILLER.repeat(65) + "CREATE TABLE public.a ();\n";
    Path script = file("s.sql", rest + "CREATE TABLE public.b\n (x none_such);\n" + rest);
    String message = fails("source-not-loadable", List.of(script), List.of()).getMessage();
    assertTrue(message.contains("1 file of the source"), message);
    assertTrue(message.contains("s.sql, line 68: "), message);
    assertTrue(message.contains("none_such"), message);
    Path wrong = file("w.sql", FILLER.repeat(70) + "CREAT TABLE x ();\n");
    message = fails("source-syntax", List.of(wrong), List.of()).getMessage();
    assertTrue(message.contains("w.sql, line 71: "), message);
  }

  @Test
  void whereTheServerDoesNotSayTheStatementIsFound() throws IOException {
    Path twice = file("t.sql", "CREATE TABLE public.a ();\n\nCREATE TABLE public.a ();\n");
    String message = fails("source-not-loadable", List.of(twice), List.of()).getMessage();
    assertTrue(message.contains("t.sql, line 3: relation \"a\" already exists"), message);
    message =
        fails("source-syntax", List.of(), List.of(file("s.sql", "\nSELEC 1;\n"))).getMessage();
    assertTrue(message.contains("s.sql, line 2: syntax error"), message);
  }

  @Test
  void whatCanBeMendedIsTriedAgain() throws IOException {
    Mend mend =
        (session, refused) -> {
          if (!refused.serverMessage().contains("schema \"late")) {
            return false;
          }
          String name = refused.serverMessage().split("\"", -1)[1];
          session.execute("CREATE SCHEMA " + name, "mending");
          return true;
        };
    load(List.of(file("1.sql", "CREATE TABLE late.a ()")), List.of(), mend);
    load(List.of(file("2.sql", FILLER.repeat(65) + "CREATE TABLE late2.a ()")), List.of(), mend);
    assertThere("late.a", "late2.a");
  }

  @Test
  void ofManyFilesTwentyAreShown() throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      files.add(file("f" + i + ".sql", "SELECT none_such_" + i + "()"));
    }
    String message = fails("source-not-loadable", List.of(), files).getMessage();
    assertTrue(message.startsWith("22 files of the source"), message);
    assertEquals(22, message.lines().count(), message);
    assertTrue(message.endsWith("\n  and 2 more"), message);
  }

  @Test
  void whatIsNoTextIsNamed() throws IOException {
    Path latin = Files.write(folder.resolve("l.sql"), new byte[] {'a', (byte) 0xe9});
    fails("source-not-text", List.of(latin), List.of());
    fails("source-not-text", List.of(), List.of(file("n.sql", "SELECT\0")));
    fails("disk-error", List.of(folder.resolve("gone.sql")), List.of());
  }
}
