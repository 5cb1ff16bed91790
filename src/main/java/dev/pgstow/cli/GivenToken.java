package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A token as it was given, and where that was.
 *
 * @param raw its text, unchecked
 * @param file the file it comes from
 */
record GivenToken(Optional<Secret> raw, From from, Optional<Path> file) {

  /** Where a token comes from. */
  enum From {
    /** {@code PGSTOW_TOKEN}; or there is none. */
    ENVIRONMENT,
    FILE,
    FLAG,
    /** Typed by a person. */
    PERSON
  }

  private static final String VARIABLE = "PGSTOW_TOKEN";

  static GivenToken environment(Surroundings surroundings) {
    return new GivenToken(
        Optional.ofNullable(surroundings.environment().get(VARIABLE)).map(Secret::new),
        From.ENVIRONMENT,
        Optional.empty());
  }

  static GivenToken file(String content, Path file) {
    return new GivenToken(Optional.of(new Secret(content)), From.FILE, Optional.of(file));
  }

  static GivenToken flag(String text) {
    return new GivenToken(Optional.of(new Secret(text)), From.FLAG, Optional.empty());
  }

  static GivenToken typed(String text) {
    return new GivenToken(Optional.of(new Secret(text)), From.PERSON, Optional.empty());
  }

  /**
   * The token itself.
   *
   * @throws Failure {@code token-invalid}
   */
  Optional<Secret> secret() {
    return raw.map(Secret::reveal)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(
            text -> text.regionMatches(true, 0, "Bearer ", 0, 7) ? text.substring(7).strip() : text)
        .map(GivenToken::checked)
        .map(Secret::new);
  }

  private static String checked(String secret) {
    if (secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw Failure.usage(
          "token-invalid",
          "The token has blanks, line ends or other characters that no header can carry.",
          "Check what it was copied from.");
    }
    return secret;
  }

  /** Where it comes from, for people; empty if there is none, or if it was typed. */
  String source() {
    if (raw.map(Secret::reveal).filter(text -> !text.isBlank()).isEmpty()) {
      return "";
    }
    return switch (from) {
      case ENVIRONMENT -> VARIABLE;
      case FILE -> "--token-file";
      case FLAG -> "--token";
      case PERSON -> "";
    };
  }

  /** Whether the next command needs it in {@code PGSTOW_TOKEN}, where it is not yet. */
  boolean isToBeGiven() {
    return from == From.PERSON || from == From.FLAG;
  }

  /** What is odd about how it was given. */
  List<String> warnings() {
    return from == From.FLAG
        ? List.of(
            "A token on the command line can be seen by others on this machine, and stays in the"
                + " shell's history. PGSTOW_TOKEN or --token-file keep it out of sight.")
        : List.of();
  }
}
