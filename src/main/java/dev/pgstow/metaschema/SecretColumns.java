package dev.pgstow.metaschema;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells columns that look as if they held secrets: by what their name ends in, so that {@code
 * api_key} does and {@code tokens_table_id}, {@code tls_secret_name} don't, and by a type that can
 * hold one. A {@code uuid} is taken for a reference.
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
          "apikey",
          "privatekey",
          "secretkey",
          "accesskey");

  private static final Set<String> KEYS =
      Set.of(
          "api",
          "private",
          "secret",
          "access",
          "signing",
          "encryption",
          "symmetric",
          "master",
          "client",
          "session",
          "auth",
          "webhook",
          "hmac",
          "jwt",
          "tls",
          "ssl",
          "ssh",
          "service");

  /** Of one-time passwords; {@code uuid_seed} is none. */
  private static final Set<String> SEEDS = Set.of("totp", "hotp", "otp", "mfa");

  /** What may follow without changing what it is: {@code password_hash}. */
  private static final Set<String> SUFFIXES =
      Set.of(
          "hash",
          "digest",
          "salt",
          "value",
          "encrypted",
          "enc",
          "ciphertext",
          "plain",
          "plaintext",
          "pem",
          "base64",
          "b64",
          "material");

  /** What may follow and says nothing of what it is: {@code secret_v2}. */
  private static final Pattern EDITION = Pattern.compile("old|new|previous|v?[0-9]+");

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
    boolean isMaterial = false;
    while (last > 0 && isSuffix(words.get(last))) {
      isMaterial |= SUFFIXES.contains(words.get(last));
      last--;
    }
    String word = words.get(last).replaceFirst("[0-9]+\\z", "");
    if (WORDS.contains(word)) {
      return true;
    }
    String before = last > 0 ? words.get(last - 1) : "";
    return switch (word) {
      case "key", "keys" -> isMaterial || KEYS.contains(before);
      case "seed" -> SEEDS.contains(before);
      default -> false;
    };
  }

  private static boolean isSuffix(String word) {
    return SUFFIXES.contains(word) || EDITION.matcher(word).matches();
  }
}
