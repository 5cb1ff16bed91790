package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.graphql.Endpoint;
import dev.pgstow.wizard.ApiFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A GraphQL API as a person edits it. */
final class ApiConnectionForm {
  private ApiConnectionForm() {}

  /** The form to begin with. The token stays out of it: it only says where one comes from. */
  static ApiFields of(GraphQlEntry entry) {
    return new ApiFields(
        entry.endpoint(),
        "",
        entry.token().source(),
        entry.headers(),
        entry.databaseId().map(UUID::toString).orElse(""),
        entry.migrateEndpoint().orElse(""),
        entry.migrateHost().orElse(""),
        entry.migrateHeaders());
  }

  /** What the form says; with the token that was given, if none is typed. */
  static GraphQlEntry apply(GraphQlEntry given, ApiFields fields) {
    Optional<String> migrate = given(fields.migrateEndpoint());
    return new GraphQlEntry(
        fields.endpoint(),
        fields.token().isEmpty() ? given.token() : GivenToken.typed(fields.token()),
        fields.headers(),
        given(fields.databaseId()).map(UUID::fromString),
        migrate,
        migrate.flatMap(url -> given(fields.migrateHost())),
        migrate.isPresent() ? fields.migrateHeaders() : List.of(),
        given.warnings());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(it -> !it.isBlank());
  }

  /** What to think about before anything is sent there. */
  static List<String> doubts(ApiFields fields) {
    List<Endpoint> endpoints = new ArrayList<>();
    endpoint(fields.endpoint()).ifPresent(endpoints::add);
    endpoint(fields.migrateEndpoint()).ifPresent(endpoints::add);
    return ApiOrigin.doubts(endpoints, !fields.migrateEndpoint().isEmpty());
  }

  /** Nothing for what is still being typed. */
  private static Optional<Endpoint> endpoint(String url) {
    try {
      return Optional.of(Endpoint.of(url, GraphQlEntry.ENDPOINT));
    } catch (Failure unfinished) {
      return Optional.empty();
    }
  }
}
