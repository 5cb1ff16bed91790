package dev.pgstow.source.graphql;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What a GraphQL source reads.
 *
 * @param metadata the API with the metadata tables
 * @param migrate the API with {@code sql_actions}; without it there are none
 * @param databaseId a database known beforehand: some servers list none without one
 * @param timeout how long an answer may take
 */
public record GraphQlSettings(
    Endpoint metadata, Optional<Endpoint> migrate, Optional<UUID> databaseId, Duration timeout) {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /** With the usual timeout. */
  public GraphQlSettings(Endpoint metadata, Optional<Endpoint> migrate, Optional<UUID> databaseId) {
    this(metadata, migrate, databaseId, TIMEOUT);
  }

  /**
   * The metadata API as Constructive's server wants to be asked; others take no notice.
   *
   * @param database what stands in {@code X-Database-Id}; any database's id will do
   */
  Endpoint metadata(Optional<UUID> database) {
    return withDatabase(metadata.withDefault("X-Meta-Schema", "true"), database);
  }

  Optional<Endpoint> migrate(Optional<UUID> database) {
    return migrate.map(
        endpoint -> withDatabase(endpoint.withDefault("X-Schemata", "db_migrate"), database));
  }

  private Endpoint withDatabase(Endpoint endpoint, Optional<UUID> database) {
    return database
        .or(() -> databaseId)
        .map(id -> endpoint.withDefault("X-Database-Id", id.toString()))
        .orElse(endpoint);
  }
}
