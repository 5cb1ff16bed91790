package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.progress.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files do not depend on how they were read, and others can read them. */
class SameBytesTest {
  private static final int ROWS = 60_000;
  private static RowsDatabase database;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    database = RowsDatabase.empty();
    // More than 1,024 blocks, so that it is read in pieces; with holes, and blocks that are empty.
    database.execute(
        """
        CREATE TABLE wide AS SELECT n AS id, 'é "' || n AS text, repeat(md5(n::text), 6) AS filler,
          jsonb_build_object('n', n) AS doc, ARRAY[n, NULL] AS list FROM generate_series(1, %d) AS n;
        DELETE FROM wide WHERE id BETWEEN 1000 AND 20000 OR id %% 10 = 0;
        CREATE UNIQUE INDEX ON wide (id);
        CREATE TABLE narrow AS SELECT n AS id FROM generate_series(%d, 1, -1) AS n;
        CREATE INDEX ON narrow (id);
        CREATE TABLE small AS SELECT 1 AS id;
        """
            .formatted(ROWS, ROWS));
    database.execute("VACUUM (ANALYZE, TRUNCATE false)");
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  private Map<String, String> hashes(FileForm form, int jobs) {
    Path directory = folder.resolve(form.format() + "-" + form.compression() + jobs);
    DataResult result = database.export(database.request(directory, form, jobs));
    Map<String, String> hashes = new TreeMap<>();
    result.tables().forEach(it -> hashes.put(it.file(), it.sha256()));
    assertEquals(
        List.of(), new DataVerifier().verify(directory, ProgressListener.none()).problems());
    return hashes;
  }

  @Test
  void whateverTheJobs() {
    for (Compression compression : Compression.values()) {
      FileForm form = new FileForm(DataFormat.JSON, compression, ByteaText.HEX, false);
      Map<String, String> one = hashes(form, 1);
      assertEquals(one, hashes(form, 2), compression.label());
      assertEquals(one, hashes(form, 5), compression.label());
    }
    FileForm lines = new FileForm(DataFormat.NDJSON, Compression.NONE, ByteaText.HEX, false);
    assertEquals(hashes(lines, 1), hashes(lines, 3));
  }

  @Test
  void compressedFilesHoldTheSameText() throws IOException {
    byte[] plain = {};
    for (Compression compression : Compression.values()) {
      Path directory = folder.resolve("c" + compression);
      FileForm form = new FileForm(DataFormat.JSON, compression, ByteaText.HEX, false);
      database.export(database.request(directory, form, 2));
      Path file = directory.resolve("narrow.json" + compression.extension());
      try (InputStream in = compression.expand(Files.newInputStream(file))) {
        byte[] bytes = in.readAllBytes();
        plain = compression == Compression.NONE ? bytes : plain;
        assertEquals(
            new String(plain, StandardCharsets.UTF_8), new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void jacksonReadsThemWithKeysInColumnOrder() throws IOException {
    database.export(database.request(folder.resolve("j"), FileForm.json(), 2));
    JsonNode rows = new JsonMapper().readTree(folder.resolve("j/wide.json").toFile());
    assertEquals(Integer.parseInt(database.query("SELECT count(*) FROM wide").get(0)), rows.size());
    for (JsonNode row : rows) {
      assertEquals(
          "[id, text, filler, doc, list]",
          row.properties().stream().map(Map.Entry::getKey).toList().toString());
    }
    assertEquals("é \"59999", rows.path(rows.size() - 1).path("text").asText());
  }

  @Test
  void nodeAndJqReadThem() throws Exception {
    try (RowsDatabase types = RowsDatabase.of("every-type.sql")) {
      Path directory = folder.resolve("types");
      DataResult result = types.export(types.request(directory));
      for (ExportedTable table : result.tables()) {
        Path file = directory.resolve(table.file());
        String rows = "" + table.rows();
        assertEquals(
            rows,
            run(
                "node",
                "-e",
                "console.log(JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8')).length)",
                file.toString()));
        assertEquals(rows, run("jq", "length", file.toString()));
      }
    }
  }

  private static String run(String... command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException e) {
      Assumptions.abort("This machine has no " + command[0]);
      throw e;
    }
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
