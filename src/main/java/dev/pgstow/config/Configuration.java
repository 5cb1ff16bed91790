package dev.pgstow.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the files say, the workspace's before the user's. Immutable.
 *
 * @param files those that were read, the strongest first
 * @param warnings what the user should hear, such as a file that was not read
 */
public record Configuration(List<ConfigFile> files, List<String> warnings) {

  /** Copies the lists. */
  public Configuration {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /** No files. */
  public static Configuration none() {
    return new Configuration(List.of(), List.of());
  }

  /**
   * The settings of a flag, the one in effect first.
   *
   * @param sections the commands whose sections count, the strongest first; the empty one is what
   *     stands outside of sections
   */
  public List<Setting> all(List<String> sections, String flag) {
    List<Setting> found = new ArrayList<>();
    for (ConfigFile file : files) {
      for (String section : sections) {
        file.find(new ConfigKey(section, flag)).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The setting of a flag that is in effect. */
  public Optional<Setting> find(List<String> sections, String flag) {
    return all(sections, flag).stream().findFirst();
  }
}
