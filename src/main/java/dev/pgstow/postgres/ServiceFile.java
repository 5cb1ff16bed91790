package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;

/** libpq's connection service files: {@code [service]} sections of {@code keyword=value} lines. */
final class ServiceFile {
  private ServiceFile() {}

  /**
   * The parameters of a service, from the first file that has it.
   *
   * @throws Failure {@code service-not-found}, {@code bad-service-file}
   */
  static EnumMap<Keyword, String> find(String service, List<Path> files) {
    for (Path file : files) {
      if (Files.isRegularFile(file)) {
        EnumMap<Keyword, String> values = new EnumMap<>(Keyword.class);
        if (read(service, file, values)) {
          return values;
        }
      }
    }
    throw Failure.usage(
        "service-not-found",
        "There is no service \"" + service + "\" in the connection service files.",
        "Looked in: "
            + files.stream().map(Path::toString).collect(Collectors.joining(", "))
            + ". Unset PGSERVICE or add the service.");
  }

  private static boolean read(String service, Path file, EnumMap<Keyword, String> values) {
    boolean found = false;
    int number = 0;
    for (String raw : lines(file)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        if (found) {
          return true;
        }
        found = line.startsWith("[" + service + "]");
      } else if (found) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals);
        Keyword keyword = Keyword.of(name).orElse(null);
        if (keyword == null || keyword == Keyword.SERVICE) {
          throw Failure.usage(
              "bad-service-file",
              "Line %d of the service file %s is no connection parameter libpq knows%s."
                  .formatted(number, file, name.isEmpty() ? "" : ": " + name),
              "Each line under [" + service + "] is keyword=value, without spaces around \"=\".");
        }
        String value = line.substring(equals + 1);
        if (!value.isEmpty()) {
          values.putIfAbsent(keyword, value);
        }
      }
    }
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw Failure.failed(
          "bad-service-file",
          "The service file " + file + " can't be read: " + e.getMessage(),
          "Check that it is UTF-8 text you may read.",
          e);
    }
  }
}
