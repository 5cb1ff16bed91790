package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataColumn;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.SecretColumns;
import dev.pgstow.metaschema.TableOrder;
import dev.pgstow.source.DatabaseEntry;
import dev.pgstow.source.Discovery;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.RequirementScan;
import dev.pgstow.source.RowHandler;
import dev.pgstow.source.SchemaEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database read through an API. GraphQL has no snapshots: a table whose rows become more or fewer
 * while they are read is a failure.
 */
final class GraphQlSnapshot implements ExportSnapshot {
  private static final int COUNTED_AT_ONCE = 12;

  private final DatabaseEntry database;
  private final List<SchemaEntry> schemas;
  private final Api api;
  private final GraphQlClient client;
  private final Endpoint endpoint;
  private final Losses losses;
  private final OwnedRows rows;
  private final Optional<Actions> actions;
  private final Map<String, Discovery.Found> found = new LinkedHashMap<>();
  private final Map<String, List<String>> secrets = new HashMap<>();
  private List<MetadataTable> tables = List.of();

  GraphQlSnapshot(
      DatabaseEntry database,
      List<SchemaEntry> schemas,
      Api api,
      List<Discovery.Found> found,
      GraphQlClient client,
      Endpoint endpoint,
      Losses losses,
      Optional<Actions> actions) {
    this.database = database;
    this.schemas = schemas;
    this.api = api;
    this.client = client;
    this.endpoint = endpoint;
    this.losses = losses;
    this.rows = new OwnedRows(database.id(), api, found, new TableReader(client, endpoint, losses));
    this.actions = actions;
    found.forEach(table -> this.found.put(table.shape().label(), table));
  }

  @Override
  public DatabaseEntry database() {
    return database;
  }

  @Override
  public List<SchemaEntry> schemas() {
    return schemas;
  }

  @Override
  public OptionalLong actions() {
    return actions.isPresent() ? database.actions() : OptionalLong.empty();
  }

  @Override
  public void readActions(ActionHandler handler) throws IOException {
    if (actions.isPresent()) {
      actions.orElseThrow().read(database.id(), handler);
    }
  }

  @Override
  public List<MetadataTable> tables() {
    if (tables.isEmpty() && !found.isEmpty()) {
      Map<String, Long> counts = count();
      tables =
          TableOrder.sort(
              found.values().stream()
                  .map(
                      table ->
                          new MetadataTable(
                              table.shape().schema(),
                              table.shape().name(),
                              table.changeName(),
                              table.columns(),
                              table.key(),
                              table.ownership(),
                              counts.getOrDefault(table.shape().label(), 0L),
                              TableOrder.isDocumented(table.shape().name())))
                  .toList());
    }
    return tables;
  }

  private Map<String, Long> count() {
    Map<String, Long> counts = new HashMap<>();
    List<Reading> totals = new ArrayList<>();
    List<OwnedRows.Wanted> countless = new ArrayList<>();
    for (Discovery.Found table : found.values()) {
      OwnedRows.Wanted counted = rows.counted(table);
      Optional<Reading> matching = rows.matching(counted);
      if (matching.isPresent() && matching.orElseThrow().table().hasTotal()) {
        totals.add(matching.orElseThrow());
      } else {
        countless.add(counted);
      }
    }
    for (int i = 0; i < totals.size(); i += COUNTED_AT_ONCE) {
      List<Reading> some = totals.subList(i, Math.min(totals.size(), i + COUNTED_AT_ONCE));
      List<Long> answer = totals(some);
      for (int j = 0; j < some.size(); j++) {
        counts.put(some.get(j).label(), answer.get(j));
      }
    }
    rows.expect(countless);
    countless.forEach(table -> counts.put(table.table().shape().label(), countRows(table)));
    return counts;
  }

  /** One by one where the API refuses them together: some servers don't say which they mean. */
  private List<Long> totals(List<Reading> some) {
    try {
      return client.ask(endpoint, new CountQuery(some));
    } catch (ApiErrors errors) {
      if (some.size() == 1) {
        throw ApiFailures.table(some.get(0).label(), errors);
      }
      List<Long> totals = new ArrayList<>();
      some.forEach(one -> totals.addAll(totals(List.of(one))));
      return totals;
    }
  }

  private long countRows(OwnedRows.Wanted table) {
    long[] count = {0};
    try {
      rows.read(table, row -> count[0]++);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return count[0];
  }

  private Api.Entry entry(Discovery.Found table) {
    return api.table(table.shape().label()).orElseThrow();
  }

  @Override
  public void readRows(MetadataTable table, RowHandler handler) throws IOException {
    Discovery.Found shape = Objects.requireNonNull(found.get(table.label()), table::label);
    OwnedRows.Wanted wanted = expected(table);
    long[] count = {0};
    if (api.sorts(entry(shape))) {
      rows.read(
          wanted,
          row -> {
            count[0]++;
            requireCounted(table, count[0] > table.rows());
            handler.row(row);
          });
    } else {
      List<@Nullable String[]> unsorted = new ArrayList<>();
      rows.read(wanted, unsorted::add);
      unsorted.sort(RowOrder.of(shape.columns(), order(shape)));
      count[0] = unsorted.size();
      for (@Nullable String[] row : unsorted) {
        handler.row(row);
      }
    }
    requireCounted(table, count[0] != table.rows());
  }

  /** All of a table's columns; those of the tables after it are read ahead. */
  private OwnedRows.Wanted expected(MetadataTable table) {
    OwnedRows.Wanted wanted = all(table);
    if (!rows.isExpected(wanted)) {
      List<MetadataTable> next =
          tables().subList(Math.max(0, tables().indexOf(table)), tables().size());
      rows.expect(next.stream().filter(it -> it.rows() > 0).map(this::all).toList());
    }
    return wanted;
  }

  private OwnedRows.Wanted all(MetadataTable table) {
    Discovery.Found shape = Objects.requireNonNull(found.get(table.label()), table::label);
    return rows.wanted(shape, columns(shape, shape.columns()));
  }

  private void requireCounted(MetadataTable table, boolean differs) {
    if (differs) {
      throw Failure.failed(
          "source-changed",
          "The rows of "
              + table.label()
              + " are not the "
              + table.rows()
              + " that were counted: somebody changed them meanwhile, or the API's pages repeat.",
          "Nothing was written. Try again.");
    }
  }

  private static List<String> order(Discovery.Found table) {
    Set<String> order = new LinkedHashSet<>();
    if (table.shape().has("id")) {
      order.add("id");
    }
    order.addAll(table.shape().primaryKey());
    return List.copyOf(order);
  }

  private List<ApiColumn> columns(Discovery.Found table, List<MetadataColumn> columns) {
    return columns.stream()
        .map(column -> entry(table).column(column.name()).orElseThrow())
        .toList();
  }

  @Override
  public List<String> secretColumns(MetadataTable table) {
    return secrets.computeIfAbsent(table.label(), label -> filledSecrets(table));
  }

  private List<String> filledSecrets(MetadataTable table) {
    Discovery.Found shape = Objects.requireNonNull(found.get(table.label()), table::label);
    List<MetadataColumn> suspects =
        table.columns().stream().filter(SecretColumns::looksSecret).toList();
    Set<String> filled = new LinkedHashSet<>();
    if (!suspects.isEmpty() && table.rows() > 0) {
      try {
        rows.read(
            rows.wanted(shape, columns(shape, suspects)),
            row -> {
              for (int i = 0; i < suspects.size(); i++) {
                if (row[i] != null) {
                  filled.add(suspects.get(i).name());
                }
              }
            });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return suspects.stream().map(MetadataColumn::name).filter(filled::contains).toList();
  }

  @Override
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!api.missing().isEmpty()) {
      warnings.add(
          "Tables the API does not show, whose rows, if there are any, are not exported: "
              + String.join(", ", api.missing())
              + ".");
    }
    if (!api.left().isEmpty()) {
      warnings.add(
          "Tables the API shows under names that tell no table of PostgreSQL's, left out: "
              + String.join(", ", api.left())
              + ".");
    }
    losses.sentences(this::isOfFilledTable).forEach(sentence -> warnings.add(sentence + "."));
    return warnings;
  }

  private boolean isOfFilledTable(String column) {
    return tables().stream()
        .anyMatch(table -> table.rows() > 0 && column.startsWith(table.label() + "."));
  }

  @Override
  public RequirementScan requirementScan() {
    return new KnownRequirements(
        schemas.stream().map(SchemaEntry::schemaName).collect(Collectors.toSet()));
  }

  @Override
  public void close() {
    rows.close();
  }
}
