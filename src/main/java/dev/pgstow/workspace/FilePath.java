package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for relative paths that come from a database: they stay inside their folder and can be
 * made on every file system that a module may be checked out on, Windows included.
 *
 * <p>Reserved names and characters: Microsoft, "Naming Files, Paths, and Namespaces".
 */
public final class FilePath {
  private static final int MAX_SEGMENT_BYTES = 255;
  private static final int MAX_PATH_BYTES = 4_000;
  private static final int MAX_BYTES_OF_CHAR = 3;
  private static final String ILLEGAL = "<>\"|?*:\\";
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(?:\\..*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private FilePath() {}

  /**
   * The path, if it is safe.
   *
   * @param path relative, with slashes
   * @throws Failure {@code path-unsafe}
   */
  public static String check(String path) {
    problem(path)
        .ifPresent(
            problem -> {
              throw Failure.failed(
                  "path-unsafe",
                  "The path \"" + Printable.of(path) + "\" " + problem + ".",
                  "Rename it where it comes from.");
            });
    return path;
  }

  /** What is wrong with the path, as the end of a sentence that starts with it. */
  public static Optional<String> problem(String path) {
    if (path.isEmpty()) {
      return Optional.of("is empty");
    }
    if (path.startsWith("/")) {
      return Optional.of("is absolute");
    }
    if (isLonger(path, MAX_PATH_BYTES)) {
      return Optional.of("is longer than " + MAX_PATH_BYTES + " bytes");
    }
    int start = 0;
    while (true) {
      int slash = path.indexOf('/', start);
      String segment = path.substring(start, slash < 0 ? path.length() : slash);
      Optional<String> problem = segmentProblem(segment);
      if (problem.isPresent() || slash < 0) {
        return problem;
      }
      start = slash + 1;
    }
  }

  private static boolean isLonger(String text, int bytes) {
    return text.length() * MAX_BYTES_OF_CHAR > bytes
        && text.getBytes(StandardCharsets.UTF_8).length > bytes;
  }

  private static Optional<String> segmentProblem(String segment) {
    if (segment.isEmpty()) {
      return Optional.of("has an empty segment");
    }
    if (segment.equals(".") || segment.equals("..")) {
      return Optional.of("has the segment \"" + segment + "\"");
    }
    Optional<String> character = characterProblem(segment);
    if (character.isPresent()) {
      return character;
    }
    char last = segment.charAt(segment.length() - 1);
    if (last == '.' || last == ' ') {
      return Optional.of("has a segment that ends in a dot or a space, which Windows drops");
    }
    if (isLonger(segment, MAX_SEGMENT_BYTES)) {
      return Optional.of("has a segment longer than " + MAX_SEGMENT_BYTES + " bytes");
    }
    if (RESERVED.matcher(segment).matches()) {
      return Optional.of("has a segment that is a device name on Windows: " + segment);
    }
    return Optional.empty();
  }

  /** What makes a path look like another one; joiners, which some scripts need, may stay. */
  private static boolean hidesOrReorders(int point) {
    return switch (Character.getType(point)) {
      case Character.FORMAT -> point != 0x200c && point != 0x200d;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  private static Optional<String> characterProblem(String segment) {
    for (int i = 0; i < segment.length(); ) {
      int point = segment.codePointAt(i);
      if (Character.isISOControl(point)) {
        return Optional.of(String.format("has the control character U+%04X", point));
      }
      if (hidesOrReorders(point)) {
        return Optional.of(String.format("has the invisible character U+%04X", point));
      }
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return Optional.of("is not valid Unicode");
      }
      if (ILLEGAL.indexOf(point) >= 0) {
        return Optional.of(
            "has the character " + (char) point + ", which file names can't have everywhere");
      }
      i += Character.charCount(point);
    }
    return Optional.empty();
  }
}
