package dev.pgstow.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where configuration files are looked for.
 *
 * @param directory where the work is; the workspace's file is in it or above it
 * @param home the user's home folder
 * @param user the operating system's name of the user
 */
public record ConfigPlaces(
    Path directory, Map<String, String> environment, Path home, String user) {
  /** The workspace's own file. */
  public static final String WORKSPACE_FILE = "pgstow.toml";

  private static final String PGPM = "pgpm.json";
  private static final List<String> MARKERS = List.of(WORKSPACE_FILE, PGPM, "pgpm.config.js");

  /** The user's file: {@code $XDG_CONFIG_HOME/pgstow/config.toml}, {@code ~/.config} if not set. */
  public Path userFile() {
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder = config.isEmpty() ? home.resolve(".config") : Path.of(config);
    return folder.resolve("pgstow").resolve("config.toml");
  }

  /** The folder whose {@code pgstow.toml} or {@code pgpm.json} counts: the nearest with one. */
  public Optional<Path> workspace() {
    for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path folder = at;
      if (MARKERS.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads what is there.
   *
   * @throws dev.pgstow.failure.Failure {@code config-unreadable}, {@code config-malformed}, {@code
   *     config-value-invalid}, {@code config-secret}, {@code config-key-refused}
   */
  public Configuration read() {
    List<ConfigFile> files = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    workspace().flatMap(folder -> read(folder, warnings)).ifPresent(files::add);
    Path own = userFile();
    if (Files.isRegularFile(own)) {
      files.add(ConfigReader.toml(ConfigFile.Kind.USER, own));
    }
    return new Configuration(files, warnings);
  }

  private Optional<ConfigFile> read(Path folder, List<String> warnings) {
    Path toml = folder.resolve(WORKSPACE_FILE);
    Path file = Files.isRegularFile(toml) ? toml : folder.resolve(PGPM);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (isStrangers(file)) {
      if (file.equals(toml)) {
        warnings.add(
            file + " is not read: it is another user's, in a folder that everybody may write to.");
      }
      return Optional.empty();
    }
    return file.equals(toml)
        ? Optional.of(ConfigReader.toml(ConfigFile.Kind.WORKSPACE, file))
        : ConfigReader.pgpmJson(file);
  }

  /** A file that anybody could have put above the working folder says nothing about servers. */
  private boolean isStrangers(Path file) {
    try {
      Path folder = file.toRealPath().getParent();
      Set<PosixFilePermission> permissions =
          folder == null ? Set.of() : Files.getPosixFilePermissions(folder);
      return permissions.contains(PosixFilePermission.OTHERS_WRITE)
          && !List.of(user, "root").contains(Files.getOwner(file).getName());
    } catch (IOException | UnsupportedOperationException e) {
      // No such notion here, or a file that reading will tell about.
      return false;
    }
  }
}
