package dev.pgstow.postgres;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The certificates libpq looks for in the user's {@code ~/.postgresql} when nobody names others.
 * The driver would look in the home of the process and for the key in another file.
 */
final class OwnCertificates {
  private final Path folder;

  /** Those of a user. */
  OwnCertificates(Path home, Map<String, String> env) {
    String appData = env.getOrDefault("APPDATA", "");
    folder =
        File.separatorChar == '\\' && !appData.isEmpty()
            ? Path.of(appData, "postgresql")
            : home.resolve(".postgresql");
  }

  /** Adds the files that are there, where nothing else is given. */
  void fillIn(Map<Keyword, String> values) {
    fillIn(values, Keyword.SSLROOTCERT, "root.crt");
    fillIn(values, Keyword.SSLCERT, "postgresql.crt");
    fillIn(values, Keyword.SSLKEY, "postgresql.key");
  }

  private void fillIn(Map<Keyword, String> values, Keyword keyword, String name) {
    Path file = folder.resolve(name);
    if (!values.containsKey(keyword) && Files.exists(file)) {
      values.put(keyword, file.toString());
    }
  }
}
