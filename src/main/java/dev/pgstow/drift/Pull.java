package dev.pgstow.drift;

import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.dump.SqlScript;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes what a database has and its source lacks to a file of its own. Never changes another. */
public final class Pull {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final Clock clock;

  /** With the time that names the file, which is told in UTC. */
  public Pull(Clock clock) {
    this.clock = clock;
  }

  /** The script that makes the objects, in the same words as a dump's. */
  public String script(List<CatalogObject> objects) {
    return SqlScript.of(
        "-- Pulled by pgstow: live, but not declared in source. Review, then move what should stay.",
        objects);
  }

  /**
   * Writes the script to a new file of the folder, which is made if need be; gives its path.
   *
   * @throws Failure {@code disk-error}
   */
  public Path write(List<CatalogObject> objects, Path folder) {
    byte[] script = script(objects).getBytes(StandardCharsets.UTF_8);
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, ".pulling", ".tmp");
      try {
        Files.write(aside, script);
        return name(aside, folder);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw Failure.failed(
          "disk-error",
          "Could not write to " + folder + ": " + e.getMessage() + ".",
          "Nothing was pulled.",
          e);
    }
  }

  /** Gives it the first name that is free. */
  private Path name(Path aside, Path folder) throws IOException {
    for (Instant now = clock.instant(); ; now = now.plusSeconds(1)) {
      Path file = folder.resolve(STAMP.format(now) + "_pulled.sql");
      try {
        Files.createFile(file);
        return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
  }
}
