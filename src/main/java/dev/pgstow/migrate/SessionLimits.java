package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long the server may take; what is empty is left as the server has it.
 *
 * @param statementTimeout for each statement of a script
 * @param lockTimeout for each lock, that of another deployment included
 */
public record SessionLimits(Optional<Duration> statementTimeout, Optional<Duration> lockTimeout) {
  private static final long MAX_MILLIS = Integer.MAX_VALUE;

  /**
   * Checks them.
   *
   * @throws Failure {@code bad-timeout} for a negative one, or one of more than 24 days
   */
  public SessionLimits {
    statementTimeout.ifPresent(SessionLimits::check);
    lockTimeout.ifPresent(SessionLimits::check);
  }

  /** As the server has them. */
  public static SessionLimits none() {
    return new SessionLimits(Optional.empty(), Optional.empty());
  }

  private static void check(Duration timeout) {
    if (timeout.isNegative() || timeout.compareTo(Duration.ofMillis(MAX_MILLIS)) > 0) {
      throw Failure.usage(
          "bad-timeout",
          "A timeout of " + timeout.toMillis() + " ms can't be set.",
          "Give one between 0 (none) and 24 days.");
    }
  }

  /** The statement that sets the limit on locks, if there is one. */
  List<String> forLocks() {
    return lockTimeout.map(it -> List.of("SET lock_timeout = " + it.toMillis())).orElse(List.of());
  }

  /** The statements that set both. */
  List<String> forScripts() {
    List<String> sql = new ArrayList<>(forLocks());
    statementTimeout.ifPresent(it -> sql.add("SET statement_timeout = " + it.toMillis()));
    return sql;
  }

  /** The statements that end what a script set, and set both again. */
  List<String> restored() {
    List<String> sql = new ArrayList<>();
    sql.add("RESET SESSION AUTHORIZATION");
    sql.add("RESET ROLE");
    sql.add("RESET ALL");
    sql.addAll(forScripts());
    return sql;
  }
}
