package dev.pgstow.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.metaschema.ColumnType.Kind;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.Ownership;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that go with a left-out schema, however tables say so. */
class RowSelectionTest {
  private static final Ownership OWN = new Ownership.Column("database_id");
  private static final String OUT = FakeSource.id("out").toString();
  private static final String IN = FakeSource.id("in").toString();

  private final FakeSource source = new FakeSource().schema("in", "in").schema("out", "out");

  private MetadataTable table(
      String name,
      String key,
      Ownership ownership,
      List<MetadataColumn> columns,
      String[]... rows) {
    MetadataTable table =
        new MetadataTable(
            "metaschema_public", name, name, columns, List.of(key), ownership, rows.length, true);
    source.tables.put(table, Arrays.asList(rows));
    return table;
  }

  private static MetadataColumn column(String name, Kind kind) {
    return new MetadataColumn(name, new ColumnType(kind.name(), kind, false), false);
  }

  /** The keys of the rows that stay. */
  private List<String> kept(MetadataTable table) throws IOException {
    SchemaSelection schemas =
        new SchemaSelection(source.schemas.subList(0, 1), List.of(), source.schemas.subList(1, 2));
    RowSelection selection = RowSelection.of(schemas, source, source.tables());
    List<String> kept = new ArrayList<>();
    source.readRows(
        table,
        row -> {
          if (!selection.leavesOut(table, row)) {
            kept.add(String.valueOf(row[0]));
          }
        });
    return kept;
  }

  @Test
  void rowsFollowUuidsOfAnyName() throws IOException {
    MetadataTable notes =
        table(
            "note",
            "id",
            OWN,
            List.of(column("id", Kind.UUID), column("about", Kind.TEXT)),
            new String[] {FakeSource.id("1").toString(), FakeSource.id("f-in").toString()},
            new String[] {FakeSource.id("2").toString(), FakeSource.id("f-out").toString()});
    table(
        "field",
        "key",
        OWN,
        List.of(column("key", Kind.UUID), column("schema_id", Kind.UUID)),
        new String[] {FakeSource.id("f-in").toString(), IN},
        new String[] {FakeSource.id("f-out").toString(), OUT});
    assertEquals(List.of(FakeSource.id("1").toString()), kept(notes));
  }

  @Test
  void rowsFollowTheRowsTheyBelongTo() throws IOException {
    table(
        "policy",
        "id",
        OWN,
        List.of(column("id", Kind.INTEGER), column("schema_id", Kind.UUID)),
        new String[] {"1", IN},
        new String[] {"2", OUT});
    table(
        "other",
        "id",
        OWN,
        List.of(column("id", Kind.INTEGER), column("n", Kind.INTEGER)),
        new String[] {"2", "2"});
    MetadataTable parts =
        table(
            "part",
            "id",
            new Ownership.Reference("policy", "metaschema_public", "policy", "id", OWN),
            List.of(
                column("id", Kind.INTEGER),
                column("policy", Kind.INTEGER),
                column("n", Kind.INTEGER)),
            new String[] {"5", "1", "2"},
            new String[] {"6", "2", "1"});
    assertEquals(List.of("5"), kept(parts));
  }

  @Test
  void aKeyThatIsAnotherRowsLeavesThatRowAlone() throws IOException {
    MetadataTable tables =
        table(
            "table",
            "id",
            OWN,
            List.of(column("id", Kind.UUID), column("schema_id", Kind.UUID)),
            new String[] {FakeSource.id("t").toString(), IN});
    table(
        "table_extra",
        "table_id",
        OWN,
        List.of(column("table_id", Kind.UUID), column("private_schema_id", Kind.UUID)),
        new String[] {FakeSource.id("t").toString(), OUT});
    assertEquals(List.of(FakeSource.id("t").toString()), kept(tables));
  }
}
