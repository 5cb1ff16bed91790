package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rule for names of modules, which are names of PostgreSQL extensions. */
public final class ExtensionName {
  private static final int MAX_LENGTH = 63;
  private static final Pattern LEGAL = Pattern.compile("[a-z][a-z0-9_-]*");

  private ExtensionName() {}

  /**
   * The name, if it is legal.
   *
   * @throws Failure {@code extension-name-illegal}
   */
  public static String check(String name) {
    problem(name)
        .ifPresent(
            problem -> {
              throw Failure.usage(
                  "extension-name-illegal",
                  "The extension name \"" + Printable.of(name) + "\" " + problem + ".",
                  "Use lower-case letters, digits, - and _, starting with a letter.");
            });
    return name;
  }

  /** What is wrong with the name, as the end of a sentence that starts with it. */
  public static Optional<String> problem(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    if (!LEGAL.matcher(name).matches()) {
      return Optional.of("has characters other than a-z, 0-9, - and _, or starts with no letter");
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of("is longer than " + MAX_LENGTH + " bytes");
    }
    if (name.contains("--")) {
      return Optional.of("has --, which separates versions");
    }
    if (name.endsWith("-")) {
      return Optional.of("ends in -");
    }
    // A module is a folder, and these can't be folders on Windows.
    return FilePath.problem(name);
  }
}
