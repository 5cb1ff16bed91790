package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much TLS a connection wants; libpq's {@code sslmode}. */
public enum SslMode {
  DISABLE,
  ALLOW,
  PREFER,
  REQUIRE,
  VERIFY_CA,
  VERIFY_FULL;

  /** As libpq spells it: {@code verify-full}. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The mode of that name.
   *
   * @throws Failure {@code bad-sslmode}
   */
  public static SslMode of(String keyword) {
    return Arrays.stream(values())
        .filter(mode -> mode.keyword().equals(keyword))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "bad-sslmode",
                    "There is no sslmode \"" + keyword + "\".",
                    "Use one of: "
                        + Arrays.stream(values())
                            .map(SslMode::keyword)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
