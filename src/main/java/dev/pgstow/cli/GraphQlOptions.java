package dev.pgstow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that name a GraphQL endpoint, and what opens it. */
final class GraphQlOptions {
  private static final Pattern SECRET_HEADER =
      Pattern.compile("(?i)[^:]*(authorization|cookie|token|key|secret|password)[^:]*:");

  @Option(
      names = "--graphql-endpoint",
      paramLabel = "URL",
      description = "Read through this GraphQL API instead of SQL.")
  private @Nullable String endpoint;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "Bearer token; PGSTOW_TOKEN or --token-file keep it out of sight.")
  private @Nullable String token;

  @Option(names = "--token-file", paramLabel = "FILE", description = "File with the token.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'",
      description = "A header for the GraphQL API. Repeatable.")
  private List<String> headers = List.of();

  @Option(
      names = "--migrate-endpoint",
      paramLabel = "URL",
      description = "GraphQL API with sql_actions; without it, only the service module.")
  private @Nullable String migrateEndpoint;

  @Option(
      names = "--migrate-host",
      paramLabel = "HOST",
      description = "Host header for the migrate endpoint.")
  private @Nullable String migrateHost;

  @Option(
      names = "--migrate-headers",
      paramLabel = "JSON",
      description = "Headers for the migrate endpoint, as a JSON object.")
  private @Nullable String migrateHeaders;

  /** Whether a GraphQL endpoint is named. */
  boolean isGiven() {
    return endpoint != null;
  }

  /**
   * What the flags name, and PGSTOW_TOKEN; without an endpoint if none is given.
   *
   * @param databaseId the database, if it was given as a uuid
   * @throws Failure {@code flags-contradict}, {@code header-invalid}, {@code token-unreadable}
   */
  GraphQlEntry entry(Surroundings surroundings, GlobalOptions global, Optional<String> databaseId) {
    check();
    List<String> migrate = migrateHeaders == null ? List.of() : lines(migrateHeaders);
    return new GraphQlEntry(
        endpoint == null ? "" : endpoint,
        token(surroundings, global),
        headers,
        databaseId.flatMap(GraphQlOptions::uuid),
        Optional.ofNullable(migrateEndpoint),
        Optional.ofNullable(migrateHost),
        migrate,
        warnings(Stream.concat(headers.stream(), migrate.stream())));
  }

  private static List<String> warnings(Stream<String> headers) {
    return headers.anyMatch(header -> SECRET_HEADER.matcher(header).lookingAt())
        ? List.of(
            "A header that opens an API can, on the command line, be seen by others on this"
                + " machine, and stays in the shell's history. PGSTOW_TOKEN or --token-file keep a"
                + " bearer token out of sight.")
        : List.of();
  }

  /** Refuses what makes no sense without an endpoint. */
  void check() {
    if (endpoint == null
        && (token != null || tokenFile != null || !headers.isEmpty() || migrateEndpoint != null)) {
      throw Failure.usage(
          "graphql-endpoint-needed",
          "--token, --token-file, --header and --migrate-endpoint go with --graphql-endpoint.",
          "Give --graphql-endpoint too.");
    }
    if (migrateEndpoint == null && (migrateHost != null || migrateHeaders != null)) {
      throw Failure.usage(
          "migrate-endpoint-needed",
          "--migrate-host and --migrate-headers go with --migrate-endpoint.",
          "Give --migrate-endpoint too.");
    }
    if (token != null && tokenFile != null) {
      throw Failure.usage(
          "flags-contradict",
          "--token and --token-file contradict each other.",
          "Give one of them.");
    }
  }

  private GivenToken token(Surroundings surroundings, GlobalOptions global) {
    if (tokenFile != null) {
      Path file = global.directory(surroundings).resolve(tokenFile);
      try {
        return GivenToken.file(Files.readString(file), tokenFile);
      } catch (IOException e) {
        throw Failure.usage(
            "token-unreadable", "The token file " + file + " can't be read.", "Check the path.");
      }
    }
    return token == null ? GivenToken.environment(surroundings) : GivenToken.flag(token);
  }

  /** A JSON object's members as lines of HTTP. */
  private static List<String> lines(String json) {
    try {
      JsonNode node = new ObjectMapper().readTree(json);
      if (node.isObject()) {
        return node.properties().stream()
            .map(header -> header.getKey() + ": " + header.getValue().asText())
            .toList();
      }
    } catch (JsonProcessingException e) {
      // Told below, without the text: it may hold a secret.
    }
    throw Failure.usage(
        "header-invalid",
        "--migrate-headers is no JSON object.",
        "Write it like {\"X-Schemata\": \"db_migrate\"}.");
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
