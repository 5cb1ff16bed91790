package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The errors of a GraphQL answer, in the server's words. */
final class ApiErrors extends Failure {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 3;
  private static final int LONGEST = 300;
  private static final Pattern PAGE_TOO_LARGE =
      Pattern.compile(
          "(?i)\\b(first|limit|page size|cost|complexity|too (many|large|complex|expensive|costly))\\b");
  private static final Pattern TIMEOUT = Pattern.compile("(?i)\\b(timed? ?out|timeout)\\b");

  /** Constructive's and Apollo's words, then Hasura's, which come with status 200. */
  private static final Set<String> UNAUTHORIZED =
      Set.of("UNAUTHENTICATED", "INVALID_TOKEN", "invalid-jwt", "invalid-headers", "access-denied");

  private final transient List<ApiError> errors;

  private ApiErrors(Endpoint endpoint, String doing, List<ApiError> errors) {
    super(
        ExitCode.FAILED,
        "graphql-errors",
        "The API at " + endpoint.location() + " refused, " + doing + ": " + shown(endpoint, errors),
        "The token may lack rights, or the API may be another than the metadata's. The server's log"
            + " may say more.",
        null);
    this.errors = errors;
  }

  /**
   * An error.
   *
   * @param path where in the answer, such as {@code [allFields, nodes, 3, c7]}
   * @param code what the server calls it, if it does
   */
  record ApiError(String message, List<String> path, String code) {}

  static ApiErrors of(Endpoint endpoint, String doing, List<ApiError> errors) {
    return new ApiErrors(endpoint, doing, List.copyOf(errors));
  }

  /** The array under {@code errors} of an answer. */
  static List<ApiError> read(JsonNode array) {
    List<ApiError> errors = new ArrayList<>();
    for (JsonNode error : array) {
      List<String> path = new ArrayList<>();
      error.path("path").forEach(step -> path.add(step.asText()));
      errors.add(
          new ApiError(
              error.path("message").asText("no message"),
              path,
              error.path("extensions").path("code").asText("")));
    }
    return errors;
  }

  List<ApiError> errors() {
    return errors;
  }

  /** Whether the server may do it for fewer rows. */
  boolean isTooMuch() {
    return isPageTooLarge() || any(TIMEOUT);
  }

  /** Whether the server would give as many rows of no table. */
  boolean isPageTooLarge() {
    return any(PAGE_TOO_LARGE);
  }

  private boolean any(Pattern words) {
    return errors.stream().anyMatch(error -> words.matcher(error.message()).find());
  }

  /** Whether the server does not know who is asking. */
  boolean isUnauthorized() {
    return errors.stream().anyMatch(error -> UNAUTHORIZED.contains(error.code()));
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
