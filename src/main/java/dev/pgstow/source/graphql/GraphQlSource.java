package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.TableOrder;
import dev.pgstow.source.DatabaseEntry;
import dev.pgstow.source.DatabaseLookup;
import dev.pgstow.source.Discovery;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.SchemaEntry;
import dev.pgstow.source.SnapshotOptions;
import dev.pgstow.source.SourceDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A Constructive server read through its GraphQL API, whatever made that: Constructive's own
 * server, PostGraphile, pg_graphql or Hasura. What the API offers is asked once, at the first use.
 */
public final class GraphQlSource implements ExportSource {
  private final GraphQlSettings settings;
  private final DocumentedTables documented = DocumentedTables.load();
  private final Calls calls = new Calls();
  private final GraphQlClient client;
  private Optional<ApiSchema> schema = Optional.empty();
  private Optional<Actions> actions = Optional.empty();
  private Optional<List<DatabaseEntry>> listed = Optional.empty();

  /** A source; connects when first asked. */
  public GraphQlSource(GraphQlSettings settings) {
    this(settings, Backoff.usual());
  }

  GraphQlSource(GraphQlSettings settings, Backoff backoff) {
    this.settings = settings;
    // The one way to say which of a server's hosts is meant; read when the first client is made.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
    this.client = new GraphQlClient(new Transport(settings.timeout()), backoff, calls);
  }

  @Override
  public SourceDescription description() {
    return new SourceDescription(settings.metadata().location(), "GraphQL");
  }

  private Endpoint metadata(Optional<UUID> databaseId) {
    return settings.metadata(databaseId);
  }

  private ApiSchema schema(Endpoint endpoint) {
    if (schema.isEmpty()) {
      schema = Optional.of(ApiSchema.ask(client, endpoint));
    }
    return schema.orElseThrow();
  }

  private Directory directory(Optional<UUID> databaseId) {
    Endpoint endpoint = metadata(databaseId);
    Losses losses = new Losses();
    Api api = Api.of(schema(endpoint), documented, TableOrder.schemas(), losses);
    return new Directory(api, new TableReader(client, endpoint, losses), endpoint);
  }

  private Optional<Actions> actions(UUID databaseId) {
    if (actions.isEmpty()) {
      actions =
          settings
              .migrate(Optional.of(databaseId))
              .map(endpoint -> Actions.find(client, endpoint, documented));
    }
    return actions;
  }

  private OptionalLong countActions(UUID databaseId) {
    return actions(databaseId).stream().mapToLong(found -> found.count(databaseId)).findFirst();
  }

  @Override
  public List<DatabaseEntry> databases() {
    calls.resume();
    if (listed.isEmpty()) {
      listed = Optional.of(directory(Optional.empty()).databases(this::countActions));
    }
    return listed.orElseThrow();
  }

  @Override
  public List<SchemaEntry> schemas(UUID databaseId) {
    calls.resume();
    return listSchemas(databaseId);
  }

  private List<SchemaEntry> listSchemas(UUID databaseId) {
    return directory(Optional.of(databaseId)).schemas(databaseId);
  }

  /**
   * Looks at a database. There are no snapshots in GraphQL: counts and rows that don't fit are a
   * failure.
   *
   * @throws Failure {@code not-constructive}; {@code database-id-not-found}; {@code
   *     sql-actions-missing}; {@code graphql-…}
   */
  @Override
  public ExportSnapshot snapshot(UUID databaseId, SnapshotOptions options) {
    calls.resume();
    List<DatabaseEntry> entries =
        directory(Optional.of(databaseId))
            .databases(id -> id.equals(databaseId) ? countActions(id) : OptionalLong.empty());
    DatabaseEntry database =
        entries.stream()
            .filter(entry -> entry.id().equals(databaseId))
            .findFirst()
            .orElseThrow(() -> DatabaseLookup.notFound(entries, databaseId.toString()));
    Endpoint endpoint = metadata(Optional.of(databaseId));
    Losses losses = new Losses();
    List<String> schemas = new ArrayList<>(TableOrder.schemas());
    new TreeSet<>(options.extraSchemas())
        .stream().filter(name -> !schemas.contains(name)).forEach(schemas::add);
    Api api = Api.of(schema(endpoint), documented, schemas, losses);
    return new GraphQlSnapshot(
        database,
        listSchemas(databaseId),
        api,
        Discovery.find(api.shapes(), options),
        client,
        endpoint,
        losses,
        actions(databaseId));
  }

  @Override
  public void cancel() {
    calls.cancel();
  }

  @Override
  public void close() {
    calls.cancel();
  }
}
