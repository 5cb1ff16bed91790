package dev.pgstow.migrate;

import dev.pgstow.workspace.Module;
import java.util.List;

/**
 * A module and what must be in a database before it.
 *
 * @param modules names of the modules it requires itself
 * @param extensions names of the PostgreSQL extensions it requires itself
 */
public record ResolvedModule(Module module, List<String> modules, List<String> extensions) {
  /** Copies the lists. */
  public ResolvedModule {
    modules = List.copyOf(modules);
    extensions = List.copyOf(extensions);
  }

  /** The module's name. */
  public String name() {
    return module.name();
  }
}
