package dev.pgstow.migrate;

import java.time.Duration;
import java.util.List;

/**
 * What a deployment did.
 *
 * @param modules in the order they were deployed
 * @param extensions the PostgreSQL extensions it created
 * @param changedScripts deployed before, with another script than there is now; {@code
 *     module:change}
 * @param unfinished changes that an earlier deployment without a transaction left unfinished and
 *     that are not deployed now either; {@code module:change}
 * @param dropped how many BEGIN, COMMIT and the like of scripts were left out
 */
public record DeployResult(
    List<Module> modules,
    List<String> extensions,
    List<String> changedScripts,
    List<String> unfinished,
    int dropped,
    Duration elapsed) {

  /** Copies the lists. */
  public DeployResult {
    modules = List.copyOf(modules);
    extensions = List.copyOf(extensions);
    changedScripts = List.copyOf(changedScripts);
    unfinished = List.copyOf(unfinished);
  }

  /** How many changes were deployed. */
  public int deployed() {
    return modules.stream().mapToInt(module -> module.deployed().size()).sum();
  }

  /**
   * A module.
   *
   * @param deployed the changes that were deployed now, in order
   * @param skipped how many the database had already
   */
  public record Module(String name, List<String> deployed, int skipped) {
    /** Copies the list. */
    public Module {
      deployed = List.copyOf(deployed);
    }
  }
}
