package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What values parameters can have, and what pgjdbc calls them. */
final class ParameterValues {
  /** libpq's {@code target_session_attrs} to pgjdbc's {@code targetServerType}. */
  private static final Map<String, String> SERVER_TYPES =
      Map.of(
          "any", "any",
          "read-write", "primary",
          "read-only", "secondary",
          "primary", "primary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  private static final Map<Keyword, List<String>> CHOICES =
      Map.of(
          Keyword.TARGET_SESSION_ATTRS, SERVER_TYPES.keySet().stream().sorted().toList(),
          Keyword.CHANNEL_BINDING, List.of("disable", "prefer", "require"),
          Keyword.GSSENCMODE, List.of("disable", "allow", "prefer", "require"),
          Keyword.SSLNEGOTIATION, List.of("postgres", "direct"));

  private ParameterValues() {}

  /** Fails on a value that can't be right. */
  static void check(Keyword keyword, String value) {
    List<String> choices = CHOICES.getOrDefault(keyword, List.of());
    if (!choices.isEmpty() && !choices.contains(value)) {
      throw bad(keyword, value, "Use one of: " + String.join(", ", choices) + ".");
    }
    if (keyword == Keyword.CONNECT_TIMEOUT && seconds(value).isEmpty()) {
      throw bad(keyword, value, "It is a number of seconds; 0 waits for ever.");
    }
  }

  /** The driver's {@code targetServerType}. */
  static String serverType(String targetSessionAttrs) {
    return SERVER_TYPES.getOrDefault(targetSessionAttrs, "any");
  }

  /** A whole number of seconds; libpq takes negative ones as none. */
  static Optional<Integer> seconds(String value) {
    try {
      return Optional.of(Math.max(0, Integer.parseInt(value.strip())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Failure bad(Keyword keyword, String value, String hint) {
    return Failure.usage(
        "bad-connection-parameter",
        "The connection parameter " + keyword.keyword() + " can't be \"" + value + "\".",
        hint);
  }
}
