package dev.pgstow.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A hash of a plan that tags, blank lines and ends of lines leave alone, since a re-export keeps
 * tags and {@code pgpm tag} lays out the plan anew.
 */
final class PlanFingerprint {
  private final MessageDigest digest = Sha256.digest();

  /** Takes the next line. */
  void line(String line) {
    String text = line.strip();
    if (!text.isEmpty() && text.charAt(0) != '@') {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
  }

  String hex() {
    return Sha256.hex(digest);
  }
}
