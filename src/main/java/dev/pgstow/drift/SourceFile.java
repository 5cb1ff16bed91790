package dev.pgstow.drift;

import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.ScriptStatements;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of SQL as read; a byte order mark is a space, and so are a BEGIN and COMMIT of its own:
 * what is half committed could not be tried again.
 */
record SourceFile(Path path, String text) {

  /**
   * Reads one.
   *
   * @throws Failure {@code source-not-text}, {@code disk-error}
   */
  static SourceFile read(Path path) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      if (text.indexOf('\0') >= 0) {
        throw Failure.failed(
            "source-not-text", path + " holds a NUL, which SQL can't.", "Remove it.");
      }
      String marked = text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
      return new SourceFile(path, ScriptStatements.withoutTransactions(marked));
    } catch (CharacterCodingException e) {
      throw Failure.failed(
          "source-not-text", path + " is not valid UTF-8.", "Save it in that encoding.", e);
    } catch (IOException e) {
      throw Failure.failed(
          "disk-error", "Could not read " + path + ": " + e.getMessage() + ".", "", e);
    }
  }

  /** The line of a character, from 1. */
  int line(int index) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }
}
