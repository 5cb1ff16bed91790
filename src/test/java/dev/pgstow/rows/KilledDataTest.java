package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program killed while it exports, and gone on with. */
class KilledDataTest {
  private static final int TABLES = 4;
  private static final int ROWS = 10_000;

  @TempDir Path temp;

  private final RowsDatabase database = RowsDatabase.empty();
  private final Random random = new Random(8);
  private Path folder;

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectory(temp.resolve("run"));
    for (int i = 0; i < TABLES; i++) {
      database.execute(
          "CREATE TABLE t%d AS SELECT n AS id, repeat('x', 300) AS filler FROM generate_series(1, %d) n"
              .formatted(i, ROWS));
    }
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  @Timeout(120)
  void afterAKillResumingCompletes() throws Exception {
    kill(1);
  }

  @Test
  @Tag("thorough")
  void afterFiftyKillsResumingCompletes() throws Exception {
    kill(50);
  }

  private void kill(int rounds) throws Exception {
    int kills = 0;
    for (int round = 0; round < rounds; round++) {
      Path data = temp.resolve("data" + round);
      boolean done = false;
      for (int attempt = 1; !done; attempt++) {
        Process process = start(data, 2 - round % 2);
        // More time with each attempt, however slow the machine is.
        done = process.waitFor(400 + random.nextInt(900 * attempt), TimeUnit.MILLISECONDS);
        if (!done) {
          process.destroyForcibly().waitFor();
          kills++;
        } else {
          assertEquals(0, process.exitValue(), () -> err());
        }
      }
      check(data);
    }
    assertTrue(kills > 0);
  }

  private Process start(Path data, int jobs) {
    TestServer server = TestServer.shared();
    return new ProgramProcess(folder)
        .javaOption("-Xmx64m")
        .environment("PGPASSWORD", server.password)
        .environment("PGHOST", server.host)
        .environment("PGPORT", "" + server.port)
        .environment("PGUSER", server.user)
        .start(
            "data",
            "-d",
            database.name(),
            "--output-dir",
            data.toString(),
            "--jobs",
            "" + jobs,
            "--resume");
  }

  private String err() {
    try {
      return Files.readString(temp.resolve("run.err"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** All rows once, hashes right, nothing else in the folder. */
  private static void check(Path data) throws IOException {
    DataVerification verified = new DataVerifier().verify(data, ProgressListener.none());
    assertEquals(List.of(), verified.problems());
    assertEquals((long) TABLES * ROWS, verified.rows());
    for (int i = 0; i < TABLES; i++) {
      Set<Integer> ids = new HashSet<>();
      for (JsonNode row : new JsonMapper().readTree(data.resolve("t" + i + ".json").toFile())) {
        ids.add(row.path("id").asInt());
      }
      assertEquals(ROWS, ids.size());
    }
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(data)) {
      files.forEach(it -> names.add(it.getFileName().toString()));
    }
    assertEquals(TABLES + 1, names.size(), names.toString());
  }
}
