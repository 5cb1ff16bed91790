package dev.pgstow.install;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which required modules a workspace lacks. */
public final class MissingModules {
  private MissingModules() {}

  /**
   * The names among {@code requires} that are pgpm modules and not in the workspace, each once, in
   * the order given. The others are in the workspace, or PostgreSQL extensions.
   *
   * @param requires control names, as a control file lists them
   * @param presentModuleNames control names of the workspace's modules
   */
  public static List<String> of(Collection<String> requires, Set<String> presentModuleNames) {
    return requires.stream()
        .distinct()
        .filter(name -> !presentModuleNames.contains(name))
        .filter(name -> PgpmModuleNames.npmName(name).isPresent())
        .toList();
  }
}
