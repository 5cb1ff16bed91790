package dev.pgstow.cli;

import dev.pgstow.display.Redactor;
import dev.pgstow.postgres.Secret;
import dev.pgstow.source.graphql.Endpoint;
import dev.pgstow.source.graphql.SecretParts;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The secrets that came with the arguments and the environment. */
final class KnownSecrets {
  private static final List<String> VARIABLES =
      List.of("PGPASSWORD", "PGSTOW_TOKEN", "PGSSLPASSWORD");

  /** Flags whose values are secret, or can be. */
  private static final List<String> FLAGS = List.of("--token", "--header", "--migrate-headers");

  private static final List<Pattern> IN_URLS =
      List.of(
          Pattern.compile("://[^\\s:/@?#]*:([^\\s/]+)@"),
          Pattern.compile("[?&\\s](?:ssl)?password=([^&\\s]+)"));

  private KnownSecrets() {}

  /** Takes them out of text. */
  static Redactor redactor(List<String> words, Map<String, String> environment) {
    List<String> secrets = new ArrayList<>();
    VARIABLES.forEach(name -> secrets.add(environment.getOrDefault(name, "")));
    inUrls(environment.getOrDefault("DATABASE_URL", ""), secrets);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      inUrls(word, secrets);
      if (word.matches("(--[a-z-]+=)?https?://.*[?].*")) {
        secrets.addAll(SecretParts.of(word.substring(word.indexOf('?') + 1)));
      }
      for (String flag : FLAGS) {
        if (word.startsWith(flag + "=")) {
          add(word.substring(flag.length() + 1), secrets);
        } else if (word.equals(flag) && i + 1 < words.size()) {
          add(words.get(i + 1), secrets);
        }
      }
    }
    return new Redactor(secrets);
  }

  /** A secret, or a header with one behind its name. */
  private static void add(String value, List<String> secrets) {
    secrets.add(value);
    int colon = value.indexOf(':');
    String header = value.substring(colon + 1).strip();
    secrets.add(header);
    String name = value.substring(0, Math.max(0, colon)).strip();
    secrets.addAll(new Endpoint.Header(name, new Secret(header)).secrets());
  }

  private static void inUrls(String text, List<String> secrets) {
    for (Pattern pattern : IN_URLS) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        secrets.add(matcher.group(1));
        decoded(matcher.group(1), secrets);
      }
    }
  }

  private static void decoded(String text, List<String> secrets) {
    try {
      secrets.add(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // Not encoded, then.
      return;
    }
  }
}
