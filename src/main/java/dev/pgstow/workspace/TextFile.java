package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small text files, read so that they can be written back byte for byte. */
final class TextFile {
  private TextFile() {}

  /** The text of a UTF-8 file, nothing dropped or replaced. */
  static String read(Path file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException e) {
      throw Failure.failed("file-missing", "There is no file " + file + ".", "", e);
    } catch (CharacterCodingException e) {
      throw Failure.failed(
          "file-not-utf8", file + " is not valid UTF-8.", "Save it in that encoding.", e);
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", file);
    }
  }

  /** The lines of a text, each with its end. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }
}
