package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What memory it takes, seen from outside. */
class LargeDataTest {
  private static final int MEGA = 1_000_000;

  @TempDir Path temp;

  private final RowsDatabase database = RowsDatabase.empty();
  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(temp.resolve("run"));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private ProgramProcess.Outcome data(String heap, String... more) {
    TestServer server = TestServer.shared();
    List<String> arguments = new ArrayList<>(List.of("data", "-d", database.name()));
    arguments.addAll(List.of("--output-dir", temp.resolve("data").toString()));
    arguments.addAll(List.of(more));
    return new ProgramProcess(folder)
        .javaOption(heap)
        .environment("PGPASSWORD", server.password)
        .environment("PGHOST", server.host)
        .environment("PGPORT", "" + server.port)
        .environment("PGUSER", server.user)
        .run(arguments.toArray(String[]::new));
  }

  private void values(int length) {
    database.execute(
        """
        CREATE TABLE texts AS SELECT n AS id, repeat('a"', %1$d / 2) AS value FROM generate_series(1, 2) AS n;
        CREATE TABLE bytes AS SELECT decode(repeat('ab', %1$d), 'hex') AS value;
        CREATE TABLE docs AS SELECT jsonb_build_array(repeat('x', %1$d)) AS value;
        CREATE TABLE lists AS SELECT ARRAY[repeat('x', %1$d), 'y'] AS value;
        """
            .formatted(length));
  }

  private void verified(long rows) {
    DataVerification verified =
        new DataVerifier().verify(temp.resolve("data"), ProgressListener.none());
    assertEquals(List.of(), verified.problems());
    assertEquals(rows, verified.rows());
  }

  private void longTexts(int length) {
    ProgramProcess.Outcome outcome = data("-Xmx" + length * 5L / 1024 + "k", "--jobs", "1");
    assertEquals(0, outcome.exit(), outcome.err());
    verified(5);
  }

  @Test
  void memoryIsInProportionToALongValue() throws IOException {
    values(15 * MEGA);
    longTexts(15 * MEGA);
    assertEquals(
        "[\n{\"value\":\"\\\\x" + "ab".repeat(15 * MEGA) + "\"}\n]\n",
        Files.readString(temp.resolve("data/bytes.json")));
  }

  @Test
  void whatDoesNotFitIsSaidAndLeavesNothingHalf() {
    values(30 * MEGA);
    ProgramProcess.Outcome outcome = data("-Xmx24m");
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(outcome.err().contains("The memory does not suffice for a row."), outcome.err());
    assertTrue(outcome.err().contains("-Xmx"), outcome.err());
    assertEquals(false, Files.exists(temp.resolve("data")));
  }

  @Test
  @Tag("thorough")
  void aHundredMegabytesFitInFiveHundred() {
    values(100 * MEGA);
    ProgramProcess.Outcome outcome = data("-Xmx512m");
    assertEquals(0, outcome.exit(), outcome.err());
    verified(5);
  }

  @Test
  @Tag("thorough")
  void tenMillionRowsFitInSixtyFour() {
    database.execute(
        "CREATE TABLE rows AS SELECT n AS id, md5(n::text) AS text, n * 0.1 AS number, ARRAY[n, n] AS list"
            + " FROM generate_series(1, 10000000) AS n");
    for (String jobs : List.of("1", "4")) {
      ProgramProcess.Outcome outcome = data("-Xmx64m", "--jobs", jobs, "--yes");
      assertEquals(0, outcome.exit(), outcome.err());
      verified(10_000_000);
    }
  }
}
