package dev.pgstow.source.graphql;

import java.util.ArrayList;
import java.util.List;

/** What a server could repeat of a secret: all of it, or a part that is one by itself. */
public final class SecretParts {
  /** Shorter ones would take ordinary words with them. */
  private static final int SHORTEST = 6;

  private SecretParts() {}

  /**
   * Of {@code session=abc; theme=dark} the whole, and both values without their names; nothing as
   * short as an ordinary word.
   */
  public static List<String> of(String secret) {
    List<String> parts = new ArrayList<>(List.of(secret));
    for (String part : secret.split("[\\s;,&\"{}]+", -1)) {
      // The signs that end Base64 begin no value, and may be left out.
      parts.add(part.replaceFirst("=+$", "").replaceFirst("^[^=]+=", ""));
    }
    return parts.stream().filter(part -> part.length() >= SHORTEST).distinct().toList();
  }
}
