package dev.pgstow.migrate;

import java.nio.file.Path;
import java.util.List;

/**
 * A change that is to be deployed.
 *
 * @param requires qualified names
 */
record PendingChange(String module, String name, Path script, List<String> requires) {
  PendingChange {
    requires = List.copyOf(requires);
  }

  /** {@code module:change}. */
  String qualified() {
    return module + ":" + name;
  }
}
