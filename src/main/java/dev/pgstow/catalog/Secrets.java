package dev.pgstow.catalog;

import java.util.List;
import java.util.regex.Pattern;

/** Options whose values never leave the database. */
final class Secrets {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(passw|passphrase|passcode|secret|token|credential|(api|access|private)_?key).*");
  private static final Pattern KEYWORD =
      // Possessive, so that a long value costs neither time nor stack.
      Pattern.compile(
          "(?is)(?<!\\w)(?:\\w*passw\\w*|oauth_client_secret|scram_(?:client|server)_key)"
              + "\\s*+=\\s*+(?:'(?:[^'\\\\]|\\\\.)*+'|(?:[^\\s'\\\\]|\\\\.)*+)\\s*+");
  private static final Pattern URI_USER =
      Pattern.compile("(?i)^(postgres(?:ql)?://[^:@/?]*):[^@]*@");
  private static final Pattern URI_PARAMETER =
      Pattern.compile(
          "(?i)([?&])(?:\\w*passw\\w*|oauth_client_secret|scram_(?:client|server)_key)=[^&]*&?");

  private Secrets() {}

  /** Options without the secret ones; a note says which. */
  static List<String> without(List<String> options, Reading reading, ObjectIdentity of) {
    return options.stream()
        .filter(
            option -> {
              boolean secret = NAME.matcher(Settings.name(option)).matches();
              if (secret) {
                reading.note(
                    "The option "
                        + Settings.name(option)
                        + " of the "
                        + Describe.of(of)
                        + " is left out: it looks like a secret.");
              }
              return !secret;
            })
        .toList();
  }

  /** A libpq connection string without its passwords. */
  static String withoutPassword(String connection) {
    if (connection.startsWith("postgres://") || connection.startsWith("postgresql://")) {
      String bare = URI_USER.matcher(connection).replaceFirst("$1@");
      return URI_PARAMETER.matcher(bare).replaceAll("$1").replaceFirst("[?&]$", "");
    }
    return KEYWORD.matcher(connection).replaceAll("").strip();
  }
}
