package dev.pgstow.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One file with settings.
 *
 * @param settings by key as written with dots
 */
public record ConfigFile(Kind kind, Path path, Map<String, Setting> settings) {

  /** Whose file it is. */
  public enum Kind {
    WORKSPACE("workspace"),
    USER("user");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** For people and JSON. */
    public String label() {
      return label;
    }
  }

  /** Sorts the settings by key. */
  public ConfigFile {
    settings = new TreeMap<>(settings);
  }

  /** The setting of a key, if this file has one. */
  public Optional<Setting> find(ConfigKey key) {
    return Optional.ofNullable(settings.get(key.toString()));
  }
}
