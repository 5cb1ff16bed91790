package dev.pgstow.cli;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times in PostgreSQL's units, as its {@code statement_timeout} takes them. */
final class TimeoutConverter implements ITypeConverter<Duration> {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,10}) *(ms|s|min|h|d)?");
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  @Override
  public Duration convert(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no time; write 500ms, 30s, 5min, 2h, or a number of milliseconds");
    }
    // PostgreSQL's own unit where none is given.
    String unit = matcher.group(2) == null ? "ms" : matcher.group(2);
    BigInteger millis =
        new BigInteger(matcher.group(1))
            .multiply(BigInteger.valueOf(MILLIS.getOrDefault(unit, 1L)));
    return Duration.ofMillis(millis.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
  }
}
