package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The errors of a GraphQL answer, in the server's words. */
final class ApiErrors extends Failure {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 3;
  private static final int LONGEST = 300;
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "(?i)\\b(first|limit|page size|cost|complexity|too (many|large|complex)|timed? ?out|timeout)\\b");

  private final transient List<ApiError> errors;

  private ApiErrors(Endpoint endpoint, String doing, List<ApiError> errors) {
    super(
        ExitCode.FAILED,
        "graphql-errors",
        "The API at " + endpoint.location() + " refused, " + doing + ": " + shown(endpoint, errors),
        "The token may lack rights, or the API may be another than the metadata's.",
        null);
    this.errors = errors;
  }

  /**
   * An error.
   *
   * @param path where in the answer, such as {@code [allFields, nodes, 3, c7]}
   */
  record ApiError(String message, List<String> path) {}

  static ApiErrors of(Endpoint endpoint, String doing, List<ApiError> errors) {
    return new ApiErrors(endpoint, doing, List.copyOf(errors));
  }

  /** The array under {@code errors} of an answer. */
  static List<ApiError> read(JsonNode array) {
    List<ApiError> errors = new ArrayList<>();
    for (JsonNode error : array) {
      List<String> path = new ArrayList<>();
      error.path("path").forEach(step -> path.add(step.asText()));
      errors.add(new ApiError(error.path("message").asText("no message"), path));
    }
    return errors;
  }

  List<ApiError> errors() {
    return errors;
  }

  /** Whether the server may do it for fewer rows. */
  boolean isTooMuch() {
    return errors.stream().anyMatch(error -> TOO_MUCH.matcher(error.message()).find());
  }

  private static String shown(Endpoint endpoint, List<ApiError> errors) {
    StringBuilder shown = new StringBuilder();
    for (ApiError error : errors.subList(0, Math.min(SHOWN, errors.size()))) {
      shown.append(shown.isEmpty() ? "" : " / ").append(cut(endpoint.redact(error.message())));
      if (!error.path().isEmpty()) {
        shown.append(" (at ").append(cut(String.join(".", error.path()))).append(")");
      }
    }
    return shown + (errors.size() > SHOWN ? " / and " + (errors.size() - SHOWN) + " more" : "");
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
