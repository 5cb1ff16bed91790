package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.TableScripts;
import dev.pgstow.metaschema.ValueRenamer;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any text, array, number and JSON comes back as it was, through a real server. */
class ValuePropertiesTest {
  private static final String LABEL = "services_public.random";
  private static SourceFixture fixture;

  @BeforeContainer
  static void createTable() {
    SqlScript.createRoles();
    fixture =
        new SourceFixture()
            .with(
                "CREATE TABLE services_public.random (id int PRIMARY KEY, database_id uuid,"
                    + " txt text, txts text[], js json, jb jsonb, jbs jsonb[], f8 float8, f4 real)");
  }

  @AfterContainer
  static void drop() {
    fixture.close();
  }

  /** One row's values. */
  record Row(String text, List<String> texts, String json, List<String> jsons, double number) {}

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void rowsComeBack(@ForAll("rows") List<Row> rows) throws Exception {
    try (Connection connection = TestServer.shared().connect(fixture.database)) {
      SqlScript.run(connection, "TRUNCATE " + LABEL);
      insert(connection, rows);
    }
    StringBuilder deploy = new StringBuilder();
    List<List<String>> before = export(deploy);
    try (Connection connection = TestServer.shared().connect(fixture.database)) {
      SqlScript.run(connection, "TRUNCATE " + LABEL);
      SqlScript.run(connection, "SET array_nulls = off; SET standard_conforming_strings = off;");
      SqlScript.run(connection, deploy.toString());
    }
    assertEquals(rows.size(), before.size());
    assertEquals(before, export(new StringBuilder()));
  }

  private static List<List<String>> export(StringBuilder deploy) throws IOException {
    try (SqlSource source = fixture.open();
        ExportSnapshot snapshot = source.snapshot(SHOP, SnapshotOptions.defaults())) {
      MetadataTable table = SourceFixture.table(snapshot, LABEL);
      TableScripts scripts =
          new TableScripts(table, SHOP, ValueRenamer.none(), deploy, new StringBuilder());
      scripts.begin();
      snapshot.readRows(table, scripts::row);
      scripts.end();
      return SourceFixture.rows(snapshot, table);
    }
  }

  private static void insert(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO services_public.random VALUES"
                + " (?, ?::uuid, ?, ?, ?::json, ?::jsonb, ?::jsonb[], ?, ?::real)")) {
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        insert.setInt(1, i);
        insert.setString(2, SHOP.toString());
        insert.setString(3, row.text());
        insert.setArray(4, connection.createArrayOf("text", row.texts().toArray()));
        insert.setString(5, row.json());
        insert.setString(6, row.json());
        insert.setArray(7, connection.createArrayOf("jsonb", row.jsons().toArray()));
        insert.setDouble(8, row.number());
        insert.setFloat(9, (float) row.number());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Row> row =
        Combinators.combine(
                texts(),
                texts().injectNull(0.2).list().ofMaxSize(6),
                json(),
                json().injectNull(0.2).list().ofMaxSize(4),
                Arbitraries.doubles())
            .as(Row::new);
    return row.list().ofSize(60);
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> nasty =
        Arbitraries.strings()
            .withChars("'\"\\{}[](),;:$E \t\n\r\u000b\fNULnul/*-%<>")
            .ofMaxLength(12);
    Arbitrary<String> any =
        Arbitraries.strings()
            .withCharRange('\u0001', '\ud7ff')
            .withCharRange('\ue000', '\uffff')
            .ofMaxLength(12);
    return Arbitraries.oneOf(
        nasty, any, Arbitraries.of("", "NULL", "null", "\\N", "🦊", "it's", "\\", "{}", "$$"));
  }

  private static Arbitrary<String> json() {
    Arbitrary<String> leaves =
        Arbitraries.oneOf(
            texts().map(ValuePropertiesTest::quoted),
            Arbitraries.bigDecimals().map(Object::toString),
            Arbitraries.of(
                "true", "false", "null", "{}", "[ ]", "-0.0", "1E400", "12345678901234567890"));
    return Arbitraries.recursive(
        () -> leaves,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(items -> "[" + String.join(" , ", items) + "]"),
                inner
                    .list()
                    .ofMaxSize(3)
                    .map(
                        items ->
                            items.stream()
                                .map(item -> quoted("k" + items.indexOf(item)) + " :  " + item)
                                .collect(Collectors.joining(",\n", "{", "}")))),
        0,
        3);
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
