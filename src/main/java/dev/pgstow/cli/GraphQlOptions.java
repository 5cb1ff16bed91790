package dev.pgstow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Secret;
import dev.pgstow.source.graphql.Endpoint;
import dev.pgstow.source.graphql.GraphQlSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that name a GraphQL endpoint, and what opens it. */
final class GraphQlOptions {
  private static final Set<String> SHOWN =
      Set.of("x-schemata", "x-meta-schema", "x-database-id", "x-api-name");
  private static final Set<String> NOT_GIVEN =
      Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

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
   * The endpoint the flags name.
   *
   * @param databaseId the database, if it was given as a uuid
   * @throws Failure {@code flags-contradict}, {@code endpoint-invalid}, {@code header-invalid},
   *     {@code token-unreadable}
   */
  ApiOrigin origin(Surroundings surroundings, GlobalOptions global, Optional<String> databaseId) {
    Optional<Secret> secret = secret(surroundings, global);
    Endpoint metadata =
        Endpoint.of(String.valueOf(endpoint), "--graphql-endpoint").withToken(secret);
    for (String header : headers) {
      metadata = with(metadata, header, "--header");
    }
    Optional<Endpoint> migrate = migrate(secret);
    List<String> warnings = new ArrayList<>();
    if (token != null) {
      warnings.add(
          "A token on the command line can be seen by others on this machine, and stays in the"
              + " shell's history. PGSTOW_TOKEN or --token-file keep it out of sight.");
    }
    return new ApiOrigin(
        new GraphQlSettings(metadata, migrate, databaseId.flatMap(GraphQlOptions::uuid)),
        flags(metadata, migrate),
        warnings);
  }

  /** An endpoint typed into the wizard, with the other flags. */
  ApiOrigin origin(String url, String typedToken, Surroundings surroundings, GlobalOptions global) {
    endpoint = url;
    ApiOrigin origin = origin(surroundings, global, Optional.empty());
    return typedToken.isBlank() ? origin : origin.with(typedToken);
  }

  String endpoint() {
    return endpoint == null ? "" : endpoint;
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

  private Optional<Secret> secret(Surroundings surroundings, GlobalOptions global) {
    check();
    String found = token;
    if (tokenFile != null) {
      Path file = global.directory(surroundings).resolve(tokenFile);
      try {
        found = Files.readString(file);
      } catch (IOException e) {
        throw Failure.usage(
            "token-unreadable", "The token file " + file + " can't be read.", "Check the path.");
      }
    }
    String text = found == null ? surroundings.environment().get("PGSTOW_TOKEN") : found;
    return Optional.ofNullable(text)
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .map(it -> it.regionMatches(true, 0, "Bearer ", 0, 7) ? it.substring(7).strip() : it)
        .map(GraphQlOptions::checked)
        .map(Secret::new);
  }

  private static String checked(String secret) {
    if (secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw Failure.usage(
          "token-invalid",
          "The token has blanks, line ends or other characters that no header can carry.",
          "Check what it was copied from.");
    }
    return secret;
  }

  private Optional<Endpoint> migrate(Optional<Secret> secret) {
    if (migrateEndpoint == null) {
      return Optional.empty();
    }
    Endpoint migrate = Endpoint.of(migrateEndpoint, "--migrate-endpoint").withToken(secret);
    if (migrateHeaders != null) {
      for (Map.Entry<String, JsonNode> header : json(migrateHeaders).properties()) {
        migrate =
            with(migrate, header.getKey() + ": " + header.getValue().asText(), "--migrate-headers");
      }
    }
    if (migrateHost != null) {
      migrate = migrate.with("Host", migrateHost);
    }
    return Optional.of(migrate);
  }

  private static JsonNode json(String text) {
    try {
      JsonNode node = new ObjectMapper().readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Told below, without the text: it may hold a secret.
    }
    throw Failure.usage(
        "header-invalid",
        "--migrate-headers is no JSON object.",
        "Write it like {\"X-Schemata\": \"db_migrate\"}.");
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

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<String> flags(Endpoint metadata, Optional<Endpoint> migrate) {
    List<String> words = new ArrayList<>(List.of("--graphql-endpoint", metadata.location()));
    if (tokenFile != null) {
      words.addAll(List.of("--token-file", tokenFile.toString()));
    }
    for (Endpoint.Header header : metadata.headers()) {
      words.addAll(List.of("--header", header.name() + ": " + shown(header)));
    }
    migrate.ifPresent(
        endpoint -> {
          words.addAll(List.of("--migrate-endpoint", endpoint.location()));
          if (migrateHost != null) {
            words.addAll(List.of("--migrate-host", migrateHost));
          }
          List<String> pairs = new ArrayList<>();
          endpoint.headers().stream()
              .filter(header -> !header.name().equals("Host"))
              .forEach(header -> pairs.add("\"" + header.name() + "\": \"" + shown(header) + "\""));
          if (!pairs.isEmpty()) {
            words.addAll(List.of("--migrate-headers", "{" + String.join(", ", pairs) + "}"));
          }
        });
    return words;
  }

  /** Any header may hold a secret, save those that are known to hold none. */
  private static String shown(Endpoint.Header header) {
    return SHOWN.contains(header.name().toLowerCase(Locale.ROOT)) ? header.value().reveal() : "…";
  }
}
