package dev.pgstow.metaschema;

import dev.pgstow.metaschema.ColumnType.Kind;
import java.util.List;
import java.util.UUID;

/** Metadata tables made by hand. */
final class TestTables {
  static final UUID DATABASE = UUID.fromString("11111111-aaaa-4bbb-8ccc-000000000001");

  private TestTables() {}

  static MetadataTable table(String schema, String name, MetadataColumn... columns) {
    return new MetadataTable(
        schema,
        name,
        name,
        List.of(columns),
        List.of("id"),
        new Ownership.Column("database_id"),
        0,
        true);
  }

  static MetadataTable keyless(String schema, String name, MetadataColumn... columns) {
    return new MetadataTable(
        schema,
        name,
        name,
        List.of(columns),
        List.of(),
        new Ownership.Column("database_id"),
        0,
        true);
  }

  static MetadataTable child(String name, String parent) {
    return new MetadataTable(
        "routing_public",
        name,
        name,
        List.of(column("id", Kind.UUID)),
        List.of("id"),
        new Ownership.Reference(
            "domain_id", "routing_public", parent, "id", new Ownership.Column("database_id")),
        0,
        true);
  }

  static MetadataColumn column(String name, Kind kind) {
    return new MetadataColumn(name, new ColumnType(kind.name(), kind, false), false);
  }

  static MetadataColumn array(String name, Kind kind) {
    return new MetadataColumn(name, new ColumnType(kind.name() + "[]", kind, true), false);
  }
}
