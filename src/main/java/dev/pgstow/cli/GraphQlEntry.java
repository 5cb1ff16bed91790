package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Secret;
import dev.pgstow.source.graphql.Endpoint;
import dev.pgstow.source.graphql.GraphQlSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a GraphQL API is reached, as it was given by flags or typed: nothing is checked yet.
 *
 * @param endpoint URL of the API with the metadata tables; empty if none was given
 * @param headers for it, {@code Name: value} each
 * @param databaseId for servers that list nothing without one
 * @param migrateEndpoint URL of the API with {@code sql_actions}
 * @param migrateHost its Host header
 * @param migrateHeaders for it, {@code Name: value} each
 * @param warnings what is odd about how the headers were given
 */
record GraphQlEntry(
    String endpoint,
    GivenToken token,
    List<String> headers,
    Optional<UUID> databaseId,
    Optional<String> migrateEndpoint,
    Optional<String> migrateHost,
    List<String> migrateHeaders,
    List<String> warnings) {
  static final String ENDPOINT = "--graphql-endpoint";
  static final String MIGRATE_ENDPOINT = "--migrate-endpoint";
  private static final String HEADER = "--header";
  private static final String MIGRATE_HEADERS = "--migrate-headers";

  private static final Set<String> NOT_GIVEN =
      Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

  GraphQlEntry {
    headers = List.copyOf(headers);
    migrateHeaders = List.copyOf(migrateHeaders);
    warnings = List.copyOf(warnings);
  }

  /**
   * The API.
   *
   * @throws Failure {@code endpoint-invalid}, {@code header-invalid}, {@code token-invalid}
   */
  ApiOrigin origin() {
    Optional<Secret> secret = token.secret();
    Endpoint metadata = Endpoint.of(endpoint, ENDPOINT).withToken(secret);
    for (String header : headers) {
      metadata = with(metadata, header, HEADER);
    }
    Optional<Endpoint> migrate = migrateEndpoint.map(url -> migrate(url, secret));
    return new ApiOrigin(
        new GraphQlSettings(metadata, migrate, databaseId),
        flags(metadata, migrate),
        token.isToBeGiven(),
        Stream.concat(token.warnings().stream(), warnings.stream()).toList());
  }

  private Endpoint migrate(String url, Optional<Secret> secret) {
    Endpoint migrate = Endpoint.of(url, MIGRATE_ENDPOINT).withToken(secret);
    for (String header : migrateHeaders) {
      migrate = with(migrate, header, MIGRATE_HEADERS);
    }
    return migrateHost.isPresent() ? migrate.with("Host", migrateHost.orElseThrow()) : migrate;
  }

  private static Endpoint with(Endpoint endpoint, String header, String flag) {
    int colon = header.indexOf(':');
    String name = colon < 0 ? "" : header.substring(0, colon).strip();
    String value = header.substring(colon + 1).strip();
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
        || value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw Failure.usage(
          "header-invalid", flag + ": this is no header.", "Write it like 'X-Name: value'.");
    }
    if (NOT_GIVEN.contains(name.toLowerCase(Locale.ROOT))) {
      throw Failure.usage(
          "header-invalid", flag + ": " + name + " can't be given.", "Leave it out.");
    }
    return endpoint.with(name, value);
  }

  private List<String> flags(Endpoint metadata, Optional<Endpoint> migrate) {
    List<String> words = new ArrayList<>(List.of(ENDPOINT, metadata.location()));
    token.file().ifPresent(file -> words.addAll(List.of("--token-file", file.toString())));
    for (Endpoint.Header header : metadata.headers()) {
      words.addAll(List.of(HEADER, header.name() + ": " + shown(header)));
    }
    migrate.ifPresent(
        api -> {
          words.addAll(List.of(MIGRATE_ENDPOINT, api.location()));
          migrateHost.ifPresent(host -> words.addAll(List.of("--migrate-host", host)));
          List<String> pairs =
              api.headers().stream()
                  .filter(header -> !header.name().equals("Host"))
                  .map(header -> "\"" + header.name() + "\": \"" + shown(header) + "\"")
                  .toList();
          if (!pairs.isEmpty()) {
            words.addAll(List.of(MIGRATE_HEADERS, "{" + String.join(", ", pairs) + "}"));
          }
        });
    return words;
  }

  private static String shown(Endpoint.Header header) {
    return header.isHarmless() ? header.value().reveal() : "…";
  }
}
