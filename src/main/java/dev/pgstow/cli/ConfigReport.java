package dev.pgstow.cli;

import dev.pgstow.config.ConfigFile;
import dev.pgstow.config.ConfigPlaces;
import dev.pgstow.config.Configuration;
import dev.pgstow.config.Setting;
import dev.pgstow.postgres.ConnectionSource;
import dev.pgstow.postgres.ConnectionValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is configured, and where it comes from. */
record ConfigReport(List<Place> places, List<Row> rows) {
  private static final List<String> SECTIONS = Preferences.sections("config");

  /** What a variable says in place of a flag. */
  private static final Map<String, String> VARIABLES =
      Map.of("NO_COLOR", "no-color", "ACCESSIBLE", "plain", "PGSTOW_TOKEN", "token");

  /** A file that is looked for. */
  record Place(ConfigFile.Kind kind, Path path, boolean read) {}

  /**
   * A value.
   *
   * @param source who gives it: {@code flag}, {@code environment}, {@code service}, {@code
   *     workspace}, {@code user} or {@code default}
   * @param from the variable, file or the like; empty if the source tells all
   * @param inEffect false if something stronger says otherwise
   */
  record Row(String key, List<String> values, String source, String from, boolean inEffect) {}

  static ConfigReport of(
      Configuration configuration,
      ConfigPlaces places,
      List<ConnectionValue> connection,
      Map<String, String> environment) {
    List<Row> rows = new ArrayList<>();
    Set<String> configured = new HashSet<>();
    for (ConnectionValue value : connection) {
      Optional<Setting> setting = setting(configuration, value);
      setting.ifPresent(it -> configured.add(it.file() + it.key().toString()));
      rows.add(row(value, setting));
    }
    VARIABLES.forEach(
        (variable, key) -> {
          if (!environment.getOrDefault(variable, "").isEmpty()) {
            String value = key.equals("token") ? "***" : "true";
            rows.add(new Row(key, List.of(value), "environment", variable, true));
          }
        });
    Set<String> seen = new HashSet<>();
    connection.forEach(it -> seen.add(flag(it.keyword())));
    for (ConfigFile file : configuration.files()) {
      for (Setting setting : file.settings().values()) {
        String key = setting.key().toString();
        if (!configured.contains(file.path() + key)) {
          rows.add(
              new Row(
                  key,
                  setting.value().words(),
                  file.kind().label(),
                  file.path().toString(),
                  seen.add(key)));
        }
      }
    }
    return new ConfigReport(places(configuration, places), rows);
  }

  private static Optional<Setting> setting(Configuration configuration, ConnectionValue value) {
    return value.source() == ConnectionSource.CONFIGURATION
        ? configuration
            .find(SECTIONS, flag(value.keyword()))
            .or(() -> configuration.find(SECTIONS, "url"))
            .or(() -> configuration.find(SECTIONS, "db"))
        : Optional.empty();
  }

  private static Row row(ConnectionValue value, Optional<Setting> setting) {
    String source =
        switch (value.source()) {
          case FLAG -> "flag";
          case DATABASE_URL, ENVIRONMENT -> "environment";
          case SERVICE -> "service";
          case CONFIGURATION -> setting.map(it -> it.kind().label()).orElse("workspace");
          case DEFAULT -> "default";
        };
    return new Row(
        flag(value.keyword()),
        value.value().isEmpty() ? List.of() : List.of(value.value()),
        source,
        setting.map(it -> it.file().toString()).orElse(value.name()),
        true);
  }

  private static String flag(String keyword) {
    return keyword.equals("dbname") ? "database" : keyword;
  }

  private static List<Place> places(Configuration configuration, ConfigPlaces places) {
    List<Place> found = new ArrayList<>();
    configuration.files().forEach(it -> found.add(new Place(it.kind(), it.path(), true)));
    if (found.stream().noneMatch(it -> it.kind() == ConfigFile.Kind.WORKSPACE)) {
      Path folder = places.workspace().orElse(places.directory());
      Path file = folder.resolve(ConfigPlaces.WORKSPACE_FILE);
      found.add(0, new Place(ConfigFile.Kind.WORKSPACE, file, false));
    }
    if (found.stream().noneMatch(it -> it.kind() == ConfigFile.Kind.USER)) {
      found.add(new Place(ConfigFile.Kind.USER, places.userFile(), false));
    }
    return found;
  }
}
