package dev.pgstow.source.graphql;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How often to try again, and how long to wait before.
 *
 * @param attempts how often at most
 * @param first the first pause; each further one is twice as long, up to {@code longest}
 * @param jitter from 0 to 1; spreads clients that failed together
 */
record Backoff(int attempts, Duration first, Duration longest, DoubleSupplier jitter) {
  static Backoff usual() {
    return new Backoff(6, Duration.ofMillis(200), Duration.ofSeconds(20), Math::random);
  }

  /**
   * The pause in milliseconds.
   *
   * @param attempt which attempt failed, from 1
   * @param retryAfter what the server asked for: seconds or a date; no more than a minute is given
   */
  long pause(int attempt, Optional<String> retryAfter) {
    long doubled = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt - 1, 20));
    long own = (long) (doubled * (0.5 + jitter.getAsDouble() / 2));
    return retryAfter.map(Backoff::milliseconds).map(asked -> Math.max(asked, own)).orElse(own);
  }

  private static long milliseconds(String retryAfter) {
    long most = Duration.ofMinutes(1).toMillis();
    try {
      return Math.min(most, Math.max(0, Long.parseLong(retryAfter.strip()) * 1000));
    } catch (NumberFormatException e) {
      try {
        Instant date =
            ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
        return Math.min(most, Math.max(0, Duration.between(Instant.now(), date).toMillis()));
      } catch (DateTimeParseException neither) {
        return 0;
      }
    }
  }
}
