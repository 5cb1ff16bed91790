package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.DatabaseEntry;
import dev.pgstow.source.SchemaEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which databases and schemas an API shows. */
final class Directory {
  private static final String DATABASE = "metaschema_public.database";
  private static final String SCHEMA = "metaschema_public.schema";
  private static final String TABLE = "metaschema_public.table";

  private final Api api;
  private final TableReader reader;
  private final Endpoint endpoint;

  Directory(Api api, TableReader reader, Endpoint endpoint) {
    this.api = api;
    this.reader = reader;
    this.endpoint = endpoint;
  }

  /**
   * All databases, by name.
   *
   * @param actions how many actions a database has, where that can be told
   */
  List<DatabaseEntry> databases(Function<UUID, OptionalLong> actions) {
    Map<String, Long> schemas = new HashMap<>();
    rows(SCHEMA, Optional.empty(), "database_id")
        .forEach(row -> schemas.merge(text(row[0]), 1L, Long::sum));
    List<DatabaseEntry> entries = new ArrayList<>();
    for (@Nullable String[] row : rows(DATABASE, Optional.empty(), "id", "name")) {
      UUID id = id(text(row[0]), DATABASE);
      entries.add(
          new DatabaseEntry(
              id, text(row[1]), schemas.getOrDefault(text(row[0]), 0L), actions.apply(id)));
    }
    entries.sort(
        Comparator.comparing(DatabaseEntry::name, ByteOrder.OF_TEXT)
            .thenComparing(DatabaseEntry::id));
    return List.copyOf(entries);
  }

  /** The schemas of a database, by name. */
  List<SchemaEntry> schemas(UUID databaseId) {
    Map<String, Long> tables = new HashMap<>();
    if (api.table(TABLE).isPresent()) {
      rows(TABLE, Optional.of(databaseId), "schema_id", "database_id")
          .forEach(row -> tables.merge(text(row[0]), 1L, Long::sum));
    }
    List<SchemaEntry> entries = new ArrayList<>();
    rows(SCHEMA, Optional.of(databaseId), "id", "name", "schema_name", "database_id")
        .forEach(
            row ->
                entries.add(
                    new SchemaEntry(
                        id(text(row[0]), SCHEMA),
                        text(row[1]),
                        text(row[2]),
                        tables.getOrDefault(text(row[0]), 0L))));
    entries.sort(
        Comparator.comparing(SchemaEntry::name, ByteOrder.OF_TEXT)
            .thenComparing(entry -> entry.id().toString()));
    return List.copyOf(entries);
  }

  /** Rows of a table; with a database, only its own. */
  private List<@Nullable String[]> rows(
      String label, Optional<UUID> databaseId, String... columnNames) {
    Api.Entry entry =
        api.table(label)
            .orElseThrow(
                () ->
                    Failure.failed(
                        "not-constructive",
                        endpoint.location()
                            + " shows no table "
                            + label
                            + ": it is no metadata API of Constructive's, or this token may not"
                            + " see it.",
                        "Give the metadata API's URL; --header can choose among several APIs."));
    List<ApiColumn> columns =
        Stream.of(columnNames)
            .map(
                name ->
                    entry
                        .column(name)
                        .orElseThrow(
                            () ->
                                Failure.failed(
                                    "not-constructive",
                                    endpoint.location()
                                        + " shows "
                                        + label
                                        + " without its column "
                                        + name
                                        + ".",
                                    "The token may lack the right to read it.")))
            .toList();
    Optional<Reading> matching =
        databaseId.flatMap(id -> api.matching(entry, columns, "database_id", id));
    List<@Nullable String[]> rows = new ArrayList<>();
    try {
      reader.read(
          matching.orElseGet(() -> api.all(entry, columns)),
          row -> {
            String owner = text(row[row.length - 1]);
            if (databaseId.isEmpty() || owner.equals(databaseId.orElseThrow().toString())) {
              rows.add(row);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private static UUID id(String id, String table) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Failure.failed(
          "id-not-uuid",
          "The id \"" + id + "\" in " + table + " is no uuid.",
          "This server keeps its metadata in a form that pgstow does not know.",
          e);
    }
  }
}
