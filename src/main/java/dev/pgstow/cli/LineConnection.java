package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.source.ExportSource;
import dev.pgstow.wizard.ApiFields;
import java.util.List;
import java.util.Optional;

/** Finds a source by line prompts: a GraphQL API where no PostgreSQL server can be reached. */
final class LineConnection {
  private final Surroundings surroundings;
  private final Prompters prompters;

  LineConnection(Surroundings surroundings, Prompters prompters) {
    this.surroundings = surroundings;
    this.prompters = prompters;
  }

  /**
   * The server if it is there, else the API that the person names.
   *
   * @throws Failure the connection's own if no API is named
   */
  Origin find(ConnectionSettings settings, GraphQlEntry given) {
    try {
      ServerGreeting.of(settings, settings.database());
      return new ServerOrigin(settings);
    } catch (Failure failure) {
      if (PasswordPrompt.isAboutPassword(failure)) {
        return new ServerOrigin(settings);
      }
      return api(failure, given);
    }
  }

  private Origin api(Failure why, GraphQlEntry given) {
    tell(why);
    String last = "";
    while (true) {
      String endpoint = endpoint(last).orElseThrow(() -> why);
      last = endpoint;
      try {
        Origin origin = ApiConnectionForm.apply(given, asked(endpoint, given)).origin();
        // Whoever has no token is asked for it once the API has said that it wants one.
        return checked(origin.complete(prompters));
      } catch (Failure failure) {
        if (failure.exitCode() != ExitCode.FAILED && failure.exitCode() != ExitCode.USAGE) {
          throw failure;
        }
        tell(failure);
      }
    }
  }

  private Optional<String> endpoint(String last) {
    String message = "GraphQL endpoint to read through instead";
    Optional<String> typed =
        prompters.text(last.isEmpty() ? message + " (Enter: none)" : message + " [" + last + "]");
    return typed.or(() -> Optional.of(last).filter(it -> !it.isEmpty()));
  }

  private ApiFields asked(String endpoint, GraphQlEntry given) {
    String source = given.token().source();
    String token =
        prompters
            .password("Token (Enter: " + (source.isEmpty() ? "none" : source) + ")")
            .orElse("");
    String migrate =
        prompters.text("Migrate endpoint (Enter: none, only the service module)").orElse("");
    return new ApiFields(
        endpoint.strip(), token.strip(), source, List.of(), "", migrate.strip(), "", List.of());
  }

  private static Origin checked(Origin origin) {
    try (ExportSource source = origin.source(origin.location())) {
      source.databases();
      return origin;
    }
  }

  private void tell(Failure failure) {
    surroundings.err().println(Sanitizer.visible(String.valueOf(failure.getMessage())));
    if (!failure.hint().isEmpty()) {
      surroundings.err().println("  " + Sanitizer.visible(failure.hint()));
    }
  }
}
