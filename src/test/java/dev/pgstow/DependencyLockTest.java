package dev.pgstow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The jars that go to a user are those that were looked at, byte for byte: {@code
 * runtime-jars.sha256}. Which ones may go along at all is the enforcer's rule in {@code pom.xml}.
 */
class DependencyLockTest {
  @Test
  void eachRuntimeJarIsTheOneThatWasLookedAt() throws Exception {
    Map<String, String> locked = new TreeMap<>();
    for (String line : resource().lines().filter(it -> !it.startsWith("#")).toList()) {
      String[] parts = line.split(" +", 2);
      locked.put(parts[1], parts[0]);
    }
    Map<String, String> found = new TreeMap<>();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : path.split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (locked.containsKey(jar.getFileName().toString())) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        found.put(jar.getFileName().toString(), HexFormat.of().formatHex(hash));
      }
    }
    assertEquals(locked, found, "After an upgrade that was looked at, update the file.");
  }

  private static String resource() throws IOException {
    try (var in = DependencyLockTest.class.getResourceAsStream("/runtime-jars.sha256")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
