package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.SqlAction;
import dev.pgstow.workspace.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dependencies of one action, checked as far as that goes without the other actions. */
final class ActionDependencies {
  private ActionDependencies() {}

  /**
   * Names of changes, and {@code package:change} of other packages, in the row's order.
   *
   * @param name the action's change
   * @param extensionName a change this qualifies is one of the module's own
   * @throws Failure naming the row
   */
  static List<String> of(SqlAction action, String name, String extensionName) {
    List<String> dependencies = new ArrayList<>(action.deps().size());
    for (@Nullable String written : action.deps()) {
      if (written == null || written.isEmpty()) {
        throw row(action, name, "dependency-empty", "has a NULL or empty dependency.");
      }
      String dependency =
          written.startsWith(extensionName + ":")
              ? written.substring(extensionName.length() + 1)
              : written;
      if (dependencies.contains(dependency)) {
        throw row(
            action,
            name,
            "dependency-duplicate",
            "names the dependency \"" + dependency + "\" twice.");
      }
      if (dependency.equals(name)) {
        throw row(action, name, "dependency-cycle", "depends on itself.");
      }
      Optional<String> problem =
          ChangeGraph.isForeign(dependency) ? Reference.problem(dependency) : Optional.empty();
      if (problem.isPresent()) {
        throw row(
            action,
            name,
            "dependency-unsafe",
            "has the dependency \"" + dependency + "\", which " + problem.get() + ".");
      }
      dependencies.add(dependency);
    }
    return dependencies;
  }

  private static Failure row(SqlAction action, String name, String ident, String what) {
    return ActionExport.row(action, ident, "(\"" + name + "\") " + what);
  }
}
