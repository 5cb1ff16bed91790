package dev.pgstow.metaschema;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells columns that look as if they held secrets: by what their name ends in, so that {@code
 * api_key} does and {@code tokens_table_id}, {@code tls_secret_name} don't, and by a type that can
 * hold one.
 */
public final class SecretColumns {
  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "secrets",
          "token",
          "tokens",
          "credential",
          "credentials",
          "apikey");

  private static final Set<String> KEYS =
      Set.of("api", "private", "secret", "access", "signing", "encryption", "jwt", "service");

  /** What may follow without changing what it is: {@code password_hash}. */
  private static final Set<String> SUFFIXES =
      Set.of(
          "hash", "digest", "value", "encrypted", "enc", "plain", "plaintext", "pem", "material");

  private static final Set<ColumnType.Kind> KINDS =
      EnumSet.of(
          ColumnType.Kind.TEXT,
          ColumnType.Kind.JSON,
          ColumnType.Kind.JSONB,
          ColumnType.Kind.XML,
          ColumnType.Kind.OTHER);

  private SecretColumns() {}

  /** Whether the column looks like one that holds secrets. */
  public static boolean looksSecret(MetadataColumn column) {
    return (KINDS.contains(column.type().kind()) || column.type().name().startsWith("bytea"))
        && isSecretName(column.name());
  }

  private static boolean isSecretName(String name) {
    List<String> words =
        List.of(
            name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[_\\s-]+"));
    int last = words.size() - 1;
    while (last > 0 && SUFFIXES.contains(words.get(last))) {
      last--;
    }
    String word = words.get(last);
    if (WORDS.contains(word)) {
      return true;
    }
    return (word.equals("key") || word.equals("keys"))
        && (last < words.size() - 1 || (last > 0 && KEYS.contains(words.get(last - 1))));
  }
}
