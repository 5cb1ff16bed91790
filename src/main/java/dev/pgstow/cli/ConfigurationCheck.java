package dev.pgstow.cli;

import dev.pgstow.config.ConfigPlaces;
import dev.pgstow.config.Configuration;
import dev.pgstow.doctor.Check;
import dev.pgstow.doctor.Finding;
import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** The configuration files: whether they can be read, and every setting is some flag's. */
final class ConfigurationCheck implements Check {
  private static final String TOPIC = "configuration";

  private final ConfigPlaces places;
  private final ConfigCheck check;

  ConfigurationCheck(ConfigPlaces places, ConfigCheck check) {
    this.places = places;
    this.check = check;
  }

  @Override
  public List<Finding> findings() {
    try {
      Configuration configuration = places.read();
      check.check(configuration.files());
      List<Finding> found = new ArrayList<>();
      configuration
          .files()
          .forEach(it -> found.add(Finding.ok(TOPIC, "configuration", it.path() + " is read")));
      configuration
          .warnings()
          .forEach(
              it ->
                  found.add(
                      Finding.warning(
                          TOPIC, "configuration-ignored", it, "Move it, or own the folder.")));
      if (found.isEmpty()) {
        found.add(Finding.ok(TOPIC, "configuration", "no files"));
      }
      return found;
    } catch (Failure e) {
      return List.of(Finding.of(TOPIC, e, Finding.Severity.PROBLEM));
    }
  }
}
