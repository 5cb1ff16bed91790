package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A script as read.
 *
 * @param text a byte order mark is replaced by a space
 * @param hash hex sha256 of its bytes
 */
record ScriptFile(Path path, String text, String hash) {
  /** Ident of the failure of one that is not there. */
  static final String MISSING = "script-missing";

  /**
   * Reads one.
   *
   * @throws Failure {@code script-missing}, {@code script-not-text}, {@code script-unreadable}
   */
  static ScriptFile read(Path path) {
    byte[] bytes = bytes(path);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Failure.failed(
          "script-not-text", path + " is not valid UTF-8.", "Save it in that encoding.", e);
    }
    if (text.indexOf('\0') >= 0) {
      throw Failure.failed(
          "script-not-text", path + " holds a NUL, which SQL can't.", "Remove it.");
    }
    if (text.startsWith("\uFEFF")) {
      text = " " + text.substring(1);
    }
    return new ScriptFile(path, text, Sha256.hex(bytes));
  }

  /** File and line of a character, for a message; reads the text up to there. */
  String where(int index) {
    return path + ", line " + ScriptText.line(text, index);
  }

  /** Hex sha256 of a script's bytes, without looking into them. */
  static String hash(Path path) {
    return Sha256.hex(bytes(path));
  }

  /** As {@link #hash}, empty if there is no such script. */
  static Optional<String> hashIfThere(Path path) {
    try {
      return Optional.of(hash(path));
    } catch (Failure e) {
      if (e.ident().equals(MISSING)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw Failure.failed(
          MISSING,
          "There is no script " + path + ", though the plan has the change.",
          "Add the script, or take the change out of the plan.",
          e);
    } catch (IOException e) {
      throw Failure.failed(
          "script-unreadable",
          path + " can't be read: " + e.getMessage(),
          "Check the file's permissions.",
          e);
    }
  }
}
