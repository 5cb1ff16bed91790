package dev.pgstow.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script that makes objects of a kind with every option the kind has. {@code x.15.sql} is for
 * majors from 15 on. A line {@code -- alone} keeps it out of databases it would share with others,
 * {@code -- needs icu} away from servers without.
 */
record Fixture(Path file, String name, int since, boolean alone, boolean needsIcu) {
  static final Path FOLDER = Path.of("src/test/resources/catalog");
  private static final Pattern SINCE = Pattern.compile(".*\\.(\\d+)\\.sql");

  static List<Fixture> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".sql") && !FOLDER.equals(file.getParent()))
          .sorted()
          .map(Fixture::of)
          .toList();
    }
  }

  private static Fixture of(Path file) {
    try {
      String text = Files.readString(file);
      Matcher since = SINCE.matcher(file.toString());
      return new Fixture(
          file,
          FOLDER.relativize(file).toString(),
          since.matches() ? Integer.parseInt(since.group(1)) : 14,
          text.contains("-- alone\n"),
          text.contains("-- needs icu\n"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
