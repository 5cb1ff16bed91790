package dev.pgstow.wizard;

import java.util.List;

/**
 * What a deployment would do.
 *
 * @param server the server, such as {@code postgres@localhost:5432 PostgreSQL 17.4}
 * @param creates whether it would make the database first
 * @param modules in the order in which they would be deployed
 * @param warnings what should be known before saying yes
 */
public record DeployPlan(
    String server, boolean creates, List<Module> modules, List<String> warnings) {

  /** Copies the lists. */
  public DeployPlan {
    modules = List.copyOf(modules);
    warnings = List.copyOf(warnings);
  }

  /**
   * A module.
   *
   * @param pending changes that would be deployed
   * @param deployed changes that are there already
   */
  public record Module(String name, int pending, int deployed) {}

  int pending() {
    return modules.stream().mapToInt(Module::pending).sum();
  }
}
