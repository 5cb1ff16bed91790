package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.ArrayText;
import dev.pgstow.source.ExportSnapshot.ActionHandler;
import dev.pgstow.source.SqlAction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code db_migrate.sql_actions} behind an API. */
final class Actions {
  private static final String TABLE = "db_migrate.sql_actions";
  private static final String OWNER = "database_id";
  private static final List<String> REQUIRED = List.of("id", OWNER, "deploy", "content");
  private static final List<String> COLUMNS =
      List.of("id", "name", "deploy", "deps", "content", "revert", "verify", "category", OWNER);

  private final Api api;
  private final Api.Entry entry;
  private final GraphQlClient client;
  private final Endpoint endpoint;
  private final Losses losses;
  private final List<ApiColumn> columns = new ArrayList<>();

  private Actions(
      Api api, Api.Entry entry, GraphQlClient client, Endpoint endpoint, Losses losses) {
    this.api = api;
    this.entry = entry;
    this.client = client;
    this.endpoint = endpoint;
    this.losses = losses;
    COLUMNS.forEach(name -> entry.column(name).ifPresent(columns::add));
  }

  /**
   * Looks for the table.
   *
   * @throws Failure {@code sql-actions-missing}, {@code sql-actions-unknown}
   */
  static Actions find(GraphQlClient client, Endpoint endpoint, DocumentedTables documented) {
    Losses losses = new Losses();
    ApiSchema schema = ApiSchema.ask(client, endpoint);
    Api api = Api.of(schema, documented, List.of("db_migrate"), losses);
    Api.Entry entry =
        api.table(TABLE)
            .orElseThrow(
                () ->
                    Failure.failed(
                        "sql-actions-missing",
                        endpoint.location() + " shows no table sql_actions.",
                        "Constructive's server shows it with X-Schemata: db_migrate, which is sent;"
                            + " --migrate-headers can change it."));
    List<String> missing = REQUIRED.stream().filter(name -> entry.column(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw Failure.failed(
          "sql-actions-unknown",
          TABLE
              + " at "
              + endpoint.location()
              + " has no column "
              + String.join(", ", missing)
              + ".",
          "This server keeps its actions in a form that pgstow does not know.");
    }
    return new Actions(api, entry, client, endpoint, losses);
  }

  private Optional<Reading> matching(List<ApiColumn> wanted, UUID databaseId) {
    return api.matching(entry, wanted, OWNER, databaseId);
  }

  long count(UUID databaseId) {
    List<ApiColumn> owner = List.of(entry.column(OWNER).orElseThrow());
    Optional<Reading> matching = matching(owner, databaseId);
    if (matching.isPresent() && entry.table().api().hasTotal()) {
      return client.ask(endpoint, new CountQuery(List.of(matching.orElseThrow()))).get(0);
    }
    long[] count = {0};
    try {
      new TableReader(client, endpoint, losses)
          .read(
              matching.orElseGet(() -> api.all(entry, owner)),
              row -> count[0] += databaseId.toString().equals(row[0]) ? 1 : 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return count[0];
  }

  /** All of a database, in the order of their ids. */
  void read(UUID databaseId, ActionHandler handler) throws IOException {
    if (!api.sorts(entry)) {
      throw Failure.failed(
          "sql-actions-unordered",
          endpoint.location() + " can't give sql_actions in the order of their ids.",
          "Expose the ordering by id on the migrate API.");
    }
    int owner = index(OWNER);
    PagesAhead.begin(
            new TableReader(client, endpoint, losses),
            matching(columns, databaseId).orElseGet(() -> api.all(entry, columns)))
        .handOver(
            row -> {
              if (databaseId.toString().equals(row[owner])) {
                handler.action(action(row));
              }
            });
  }

  private int index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private SqlAction action(@Nullable String[] row) {
    @Nullable String deps = value(row, "deps");
    return new SqlAction(
        String.valueOf(value(row, "id")),
        value(row, "name"),
        value(row, "deploy"),
        deps == null ? List.of() : Collections.unmodifiableList(ArrayText.elements(deps)),
        value(row, "content"),
        value(row, "revert"),
        value(row, "verify"),
        value(row, "category"));
  }

  private @Nullable String value(@Nullable String[] row, String name) {
    int index = index(name);
    return index < 0 ? null : row[index];
  }
}
