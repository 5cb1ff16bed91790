package dev.pgstow.config;

import dev.pgstow.display.Redactor;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which keys and values no file may have. */
final class KeyRules {
  private static final Set<String> SECRET =
      Set.of("token", "header", "headers", "migrate-headers", "passphrase", "secret");

  /** What a person agrees to each time, and what is over before a file is found. */
  private static final Set<String> SAID_EACH_TIME =
      Set.of("yes", "include-secrets", "cwd", "help", "version");

  private KeyRules() {}

  /**
   * Refuses what must not be there.
   *
   * @throws dev.pgstow.failure.Failure {@code config-secret}, {@code config-key-refused}
   */
  static void check(Path file, ConfigKey key, ConfigValue value) {
    String flag = key.flag().toLowerCase(Locale.ROOT);
    if (flag.contains("password") || flag.contains("passwd") || SECRET.contains(flag)) {
      throw ConfigFailures.secret(file, key.toString());
    }
    if (SAID_EACH_TIME.contains(flag)) {
      throw ConfigFailures.refused(file, key.toString());
    }
    for (String word : value.words()) {
      if (!Redactor.patterns().redact(word).equals(word)) {
        throw ConfigFailures.secret(file, key.toString());
      }
    }
  }
}
