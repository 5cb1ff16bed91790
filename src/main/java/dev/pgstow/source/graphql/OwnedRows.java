package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.Ownership;
import dev.pgstow.source.Discovery;
import dev.pgstow.source.RowHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one database, by the column that says whose they are. One thread. */
final class OwnedRows implements AutoCloseable {
  private final UUID databaseId;
  private final Api api;
  private final ReadAhead ahead;
  private final Map<String, Discovery.Found> found = new LinkedHashMap<>();
  private final Map<String, Set<String>> parents = new HashMap<>();

  OwnedRows(UUID databaseId, Api api, List<Discovery.Found> tables, TableReader reader) {
    this.databaseId = databaseId;
    this.api = api;
    this.ahead = new ReadAhead(reader);
    tables.forEach(table -> found.put(table.shape().label(), table));
  }

  /**
   * Some columns of a table's rows.
   *
   * @param all those columns, then the owner's if it is none of them
   */
  record Wanted(Discovery.Found table, List<ApiColumn> columns, List<ApiColumn> all) {}

  Wanted wanted(Discovery.Found table, List<ApiColumn> columns) {
    List<ApiColumn> all = new ArrayList<>(columns);
    ApiColumn owner = ownerColumn(table);
    if (!columns.contains(owner)) {
      all.add(owner);
    }
    return new Wanted(table, columns, all);
  }

  /** The fewest columns that tell how many rows there are. */
  Wanted counted(Discovery.Found table) {
    return wanted(table, List.of(ownerColumn(table)));
  }

  /** Asks for this database's rows alone; empty if the API can't be asked so. */
  Optional<Reading> matching(Wanted wanted) {
    return wanted.table().ownership() instanceof Ownership.Column own
        ? api.matching(entry(wanted.table()), wanted.all(), own.column(), databaseId)
        : Optional.empty();
  }

  private Reading reading(Wanted wanted) {
    return matching(wanted).orElseGet(() -> api.all(entry(wanted.table()), wanted.all()));
  }

  /** Says what will be read next, in this order. */
  void expect(List<Wanted> next) {
    ahead.expect(next.stream().map(this::reading).toList());
  }

  boolean isExpected(Wanted wanted) {
    return ahead.isExpected(reading(wanted));
  }

  /** Reads this database's rows, in the API's order. */
  void read(Wanted wanted, RowHandler handler) throws IOException {
    int owner = wanted.all().indexOf(ownerColumn(wanted.table()));
    int columns = wanted.columns().size();
    Set<String> owners = owners(wanted.table().ownership());
    ahead.read(
        reading(wanted),
        row -> {
          @Nullable String value = row[owner];
          if (value != null && owners.contains(value)) {
            handler.row(row.length == columns ? row : Arrays.copyOf(row, columns));
          }
        });
  }

  /** The values by which rows belong to the database. */
  private Set<String> owners(Ownership ownership) throws IOException {
    if (!(ownership instanceof Ownership.Reference reference)) {
      return Set.of(databaseId.toString());
    }
    String label = reference.parentSchema() + "." + reference.parentTable();
    String key = label + "." + reference.parentColumn();
    Set<String> known = parents.get(key);
    if (known == null) {
      known = parentValues(label, reference.parentColumn());
      parents.put(key, known);
    }
    return known;
  }

  private Set<String> parentValues(String label, String columnName) throws IOException {
    Discovery.Found parent = found.get(label);
    if (parent == null) {
      throw Failure.failed(
          "parent-left-out",
          "Rows belong to the database through " + label + ", which is left out.",
          "Leave their table out too, with --exclude-table.");
    }
    Set<String> values = new HashSet<>();
    ApiColumn column = entry(parent).column(columnName).orElseThrow();
    read(
        wanted(parent, List.of(column)),
        row -> {
          @Nullable String value = row[0];
          if (value != null) {
            values.add(value);
          }
        });
    return values;
  }

  private Api.Entry entry(Discovery.Found table) {
    return api.table(table.shape().label()).orElseThrow();
  }

  private ApiColumn ownerColumn(Discovery.Found table) {
    return entry(table).column(ownerName(table.ownership())).orElseThrow();
  }

  private static String ownerName(Ownership ownership) {
    return ownership instanceof Ownership.Reference reference
        ? reference.column()
        : ((Ownership.Column) ownership).column();
  }

  @Override
  public void close() {
    ahead.close();
  }
}
