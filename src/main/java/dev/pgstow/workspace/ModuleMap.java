package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The modules of a workspace by name. A broken one fails only who asks for it. */
public final class ModuleMap {
  private final Map<String, List<Module>> byName;

  ModuleMap(List<Module> modules) {
    byName =
        modules.stream()
            .collect(Collectors.groupingBy(Module::name, TreeMap::new, Collectors.toList()));
  }

  /** The names, sorted. */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /** Whether there is such a module, broken or not. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** All modules, by name and folder; duplicates included. */
  public List<Module> all() {
    return byName.values().stream().flatMap(List::stream).toList();
  }

  /**
   * The module of that name.
   *
   * @throws Failure {@code module-duplicate} if two folders have it, {@code control-malformed} if
   *     its control file is broken
   */
  public Optional<Module> find(String name) {
    List<Module> found = byName.getOrDefault(name, List.of());
    if (found.size() > 1) {
      throw Failure.failed(
          "module-duplicate",
          "The module "
              + name
              + " is there more than once: "
              + found.stream()
                  .map(Module::directory)
                  .map(Path::toString)
                  .collect(Collectors.joining(", "))
              + ".",
          "Remove or rename all but one.");
    }
    found.forEach(Module::control);
    return found.stream().findFirst();
  }
}
