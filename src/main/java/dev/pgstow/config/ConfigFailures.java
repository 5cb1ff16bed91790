package dev.pgstow.config;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.nio.file.Path;

/** What can be wrong with a configuration file. */
public final class ConfigFailures {
  private ConfigFailures() {}

  /** It can't be parsed. */
  static Failure malformed(Path file, String why, Throwable cause) {
    return new Failure(
        ExitCode.USAGE,
        "config-malformed",
        "The configuration " + file + " can't be understood: " + why + ".",
        "It holds lines like host = \"db.example.com\", and sections like [data].",
        cause);
  }

  /** A value no flag could take. */
  public static Failure value(Path file, String key, String wanted) {
    return Failure.usage(
        "config-value-invalid", file + ": " + key + " takes " + wanted + ".", "Correct the file.");
  }

  /** There is no such key. */
  public static Failure unknown(Path file, String key, String hint) {
    return Failure.usage("config-key-unknown", file + ": there is no setting " + key + ".", hint);
  }

  /** A secret, or a key that can only hold one. */
  static Failure secret(Path file, String key) {
    return Failure.usage(
        "config-secret",
        file + ": " + key + " is or can hold a secret, and configuration files must not.",
        "Take it out. A password comes from PGPASSWORD, a password file or a prompt, a token from"
            + " PGSTOW_TOKEN or --token-file.");
  }

  /** A key that belongs on the command line. */
  static Failure refused(Path file, String key) {
    return Failure.usage(
        "config-key-refused",
        file + ": " + key + " can't be configured: it has to be said each time.",
        "Take it out, and give it on the command line.");
  }
}
