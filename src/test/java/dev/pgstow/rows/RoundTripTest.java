package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported comes back equal by {@code json_populate_recordset}. */
class RoundTripTest {
  private static final String ODD = "'[2:3]={1,2}'";
  private static RowsDatabase database;

  @TempDir Path folder;

  @BeforeAll
  static void fill() {
    database = RowsDatabase.of("every-type.sql");
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void everyTypeComesBackAsItWas() throws Exception {
    DataResult result = database.export(database.request(folder));
    assertEquals(13, result.tables().size());
    for (ExportedTable table : result.tables()) {
      if (!table.columns().isEmpty()) {
        assertEquals(List.of(), differences(table.name(), read(table.file())), table.file());
      }
    }
  }

  @Test
  void linesHoldTheSameRows() throws Exception {
    FileForm form = new FileForm(DataFormat.NDJSON, Compression.NONE, ByteaText.HEX, false);
    for (ExportedTable table : database.export(database.request(folder, form, 2)).tables()) {
      List<String> lines = Files.readAllLines(folder.resolve(table.file()));
      assertEquals(table.rows(), lines.size(), table.file());
      if (!table.columns().isEmpty() && !table.name().name().equals("documents")) {
        assertEquals(
            List.of(),
            differences(table.name(), "[" + String.join(",", lines) + "]"),
            table.file());
      }
    }
    String documents = Files.readString(folder.resolve("documents.ndjson"));
    assertTrue(documents.contains("{   \"lines\":   1 }"), documents);
  }

  @Test
  void nullsAndEmptyTablesAreWhatTheyAre() throws Exception {
    database.export(database.request(folder));
    assertEquals("[\n{},\n{}\n]\n", read("no_columns.json"));
    assertEquals("[]\n", read("no_rows.json"));
    assertEquals(
        "[\n{\"odd \\\" \\\\ key\":\"v\",\"select\":1,\"é\":2}\n]\n",
        read("odd %22name%22, {x}.json"));
  }

  @Test
  void base64HoldsTheSameBytes() throws Exception {
    FileForm form = new FileForm(DataFormat.JSON, Compression.NONE, ByteaText.BASE64, false);
    database.export(database.request(folder, form, 1));
    List<String> texts = new ArrayList<>();
    for (JsonNode row : new JsonMapper().readTree(read("binaries.json"))) {
      texts.add(row.path("a").asText());
      row.path("b").forEach(it -> texts.add(it.asText()));
    }
    List<String> wanted =
        database.query(
            "SELECT coalesce(translate(encode(x, 'base64'), E'\\n', ''), 'null') FROM"
                + " (SELECT ctid, 0 AS n, a AS x FROM binaries UNION ALL"
                + " SELECT b.ctid, u.n, u.x FROM binaries b, unnest(b) WITH ORDINALITY u (x, n))"
                    .replace("unnest(b)", "unnest(b.b)")
                + " AS all_bytes ORDER BY ctid, n");
    assertEquals(wanted, texts);
  }

  @Test
  void exactExportsKeepWhatPlainJsonLoses() throws Exception {
    try (RowsDatabase odd = RowsDatabase.empty()) {
      odd.execute(
          """
          CREATE TYPE pair AS (a integer[], b jsonb);
          CREATE TABLE odd (id serial, a integer[], b pair, c jsonb[], d pair[]);
          INSERT INTO odd (a, b, c, d) VALUES
            (%1$s, ROW(%1$s, '1'), ARRAY['null'::jsonb, NULL], ARRAY[ROW(NULL, 'null')::pair]),
            ('{{1,2}}', ROW('{1}', 'null'), ARRAY['[1,2]'::jsonb], ARRAY[ROW(%1$s, NULL)::pair]),
            ('{1,2}', ROW('{1}', '{"a":null}'), '{"{}"}', NULL);
          CREATE TABLE docs (id serial, a json, b jsonb);
          INSERT INTO docs (a, b) VALUES (' null ', 'null'), ('{ "$json" : 1}', '{"$x": 1}'), ('1', '{}');
          """
              .formatted(ODD));
      FileForm exact = new FileForm(DataFormat.JSON, Compression.NONE, ByteaText.HEX, true);
      DataResult result = odd.export(odd.request(folder.resolve("exact"), exact, 1));
      assertEquals(
          List.of(), differences(odd, new TableName("public", "odd"), read("exact/odd.json")));
      assertEquals(
          """
          [
          {"id":1,"a":{"$json": null },"b":{"$json":null}},
          {"id":2,"a":{"$json":{ "$json" : 1}},"b":{"$json":{"$x": 1}}},
          {"id":3,"a":1,"b":{}}
          ]
          """,
          read("exact/docs.json"));
      Map<String, Long> counts = inexact(result);
      assertEquals(
          Map.of("docs.a", 2L, "docs.b", 2L, "odd.a", 1L, "odd.b", 2L, "odd.c", 2L, "odd.d", 2L),
          counts);
      DataResult plain = odd.export(odd.request(folder.resolve("plain")));
      counts.put("docs.a", 1L);
      counts.put("docs.b", 1L);
      assertEquals(counts, inexact(plain));
    }
  }

  private static Map<String, Long> inexact(DataResult result) {
    Map<String, Long> counts = new TreeMap<>();
    for (ExportedTable table : result.tables()) {
      for (ExportedColumn column : table.columns()) {
        if (column.inexact() > 0) {
          counts.put(table.name().name() + "." + column.name(), column.inexact());
        }
      }
    }
    return counts;
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private static List<String> differences(TableName table, String json) throws SQLException {
    return differences(database, table, json);
  }

  /** Rows that are in one and not in the other, as text. */
  private static List<String> differences(RowsDatabase database, TableName table, String json)
      throws SQLException {
    List<String> differences = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect(database.name());
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS again");
      try (PreparedStatement load =
          connection.prepareStatement(
              "CREATE TEMPORARY TABLE again AS SELECT * FROM json_populate_recordset(NULL::"
                  + table.sql()
                  + ", ?::json)")) {
        load.setString(1, json);
        load.execute();
      }
      String before = "SELECT t::text FROM " + table.sql() + " AS t";
      String after = "SELECT t::text FROM again AS t";
      for (String both :
          List.of(before + " EXCEPT ALL " + after, after + " EXCEPT ALL " + before)) {
        try (ResultSet rows = statement.executeQuery(both)) {
          while (rows.next()) {
            differences.add(rows.getString(1));
          }
        }
      }
    }
    return differences;
  }
}
