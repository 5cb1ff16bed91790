package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Secret;
import dev.pgstow.prompt.Answers;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.graphql.Endpoint;
import dev.pgstow.source.graphql.GraphQlSettings;
import dev.pgstow.source.graphql.GraphQlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A GraphQL endpoint.
 *
 * @param flags how a command line names it, without secrets
 * @param isTokenToBeGiven whether a command line needs {@code PGSTOW_TOKEN}, which is not set yet
 * @param warnings what is odd about how it was given
 */
record ApiOrigin(
    GraphQlSettings settings, List<String> flags, boolean isTokenToBeGiven, List<String> warnings)
    implements Origin {
  static final String ONLY_SERVICE =
      "Only the service module is exported: without --migrate-endpoint there are no sql_actions.";

  ApiOrigin {
    List<String> all = new ArrayList<>(warnings);
    List<Endpoint> endpoints =
        Stream.concat(Stream.of(settings.metadata()), settings.migrate().stream()).toList();
    doubts(endpoints, settings.migrate().isPresent()).stream()
        .filter(warning -> !all.contains(warning))
        .forEach(all::add);
    warnings = List.copyOf(all);
    flags = List.copyOf(flags);
  }

  /** What to think about before anything is sent there. */
  static List<String> doubts(List<Endpoint> endpoints, boolean hasActions) {
    List<String> doubts = new ArrayList<>();
    endpoints.stream()
        .filter(Endpoint::isExposed)
        .map(ApiOrigin::exposed)
        .distinct()
        .forEach(doubts::add);
    if (!hasActions) {
      doubts.add(ONLY_SERVICE);
    }
    return doubts;
  }

  private static String exposed(Endpoint endpoint) {
    return endpoint.location()
        + " is plain http: token and data can be read on their way. Use https.";
  }

  @Override
  public String location() {
    return settings.metadata().location();
  }

  /** The migrate endpoint for people; what its lack means if there is none. */
  String migrateLocation() {
    return settings
        .migrate()
        .map(Endpoint::location)
        .orElse("none: only the service module is exported");
  }

  /** There is no list of PostgreSQL databases to choose from: the endpoint stands for one. */
  @Override
  public Optional<String> database() {
    return Optional.of(location());
  }

  /** Asks for a token, or the database's id, if the server wants one and a person is there. */
  @Override
  public Origin complete(Prompters prompters) {
    if (!prompters.canAsk()) {
      return this;
    }
    try (ExportSource source = new GraphQlSource(settings)) {
      source.databases();
      return this;
    } catch (Failure failure) {
      return switch (failure.ident()) {
        case "graphql-unauthorized" ->
            settings.metadata().isSigned()
                ? this
                : with(
                    prompters
                        .password("Token for " + location())
                        .filter(token -> !token.isBlank())
                        .orElseThrow(() -> failure));
        case "graphql-not-found", "graphql-http" -> withDatabaseId(prompters, failure);
        // Whatever else is wrong will show, with its own words, when the API is really wanted.
        default -> this;
      };
    }
  }

  ApiOrigin with(String token) {
    Optional<Secret> secret = Optional.of(new Secret(token.strip()));
    return new ApiOrigin(
        new GraphQlSettings(
            settings.metadata().withToken(secret),
            settings.migrate().map(endpoint -> endpoint.withToken(secret)),
            settings.databaseId()),
        flags,
        true,
        warnings);
  }

  private Origin withDatabaseId(Prompters prompters, Failure failure) {
    if (settings.databaseId().isPresent()) {
      return this;
    }
    String answer =
        prompters
            .text("database_id, a uuid (" + failure.getMessage() + ")")
            .orElseThrow(() -> failure);
    try {
      return new ApiOrigin(
          new GraphQlSettings(
              settings.metadata(),
              settings.migrate(),
              Optional.of(UUID.fromString(answer.strip()))),
          flags,
          isTokenToBeGiven,
          warnings);
    } catch (IllegalArgumentException e) {
      throw failure;
    }
  }

  @Override
  public SourceWorld open(
      GitAuthor git, BiFunction<String, Answers, Optional<List<String>>> memory) {
    return new ApiWorld(
        location(),
        new GraphQlSource(settings),
        git,
        (question, answers) ->
            settings
                .databaseId()
                .filter(id -> question.equals(ExportQuestions.DATABASE_ID))
                .map(id -> List.of(id.toString()))
                .or(() -> memory.apply(question, answers)));
  }

  @Override
  public ExportSource source(String database) {
    return new GraphQlSource(settings);
  }

  @Override
  public String environment() {
    return isTokenToBeGiven ? "PGSTOW_TOKEN=… " : "";
  }

  @Override
  public void describe(List<String> words, String database) {
    words.addAll(flags);
  }
}
