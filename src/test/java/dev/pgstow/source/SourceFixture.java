package dev.pgstow.source;

import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A database with the small server of {@code metaschema.sql}; closing drops it. */
final class SourceFixture implements AutoCloseable {
  static final UUID SHOP = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID ZOO = UUID.fromString("00000000-0000-4000-8000-000000000002");

  final String database = TestServer.shared().createDatabase();

  SourceFixture() {
    try (InputStream script = SourceFixture.class.getResourceAsStream("metaschema.sql")) {
      SqlScript.load(database, new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SqlSource open() {
    return new SqlSource(TestSessions.open(database));
  }

  SourceFixture with(String sql) {
    TestServer.shared().execute(database, sql);
    return this;
  }

  static MetadataTable table(ExportSnapshot snapshot, String label) {
    return snapshot.tables().stream()
        .filter(table -> table.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + label));
  }

  static List<List<String>> rows(ExportSnapshot snapshot, MetadataTable table) {
    List<List<String>> rows = new ArrayList<>();
    try {
      snapshot.readRows(table, row -> rows.add(Arrays.asList(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @Override
  public void close() {
    TestServer.shared().dropDatabase(database);
  }
}
