package dev.pgstow.source;

import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds requirements by the names in scripts, and by what the catalog says of live objects. */
final class SqlRequirementScan implements RequirementScan, ScriptNames.Listener {
  private static final String PLPGSQL = "plpgsql";

  private final ExtensionMembers members;
  private final LiveDependencies live;
  private final DeployedModules modules;
  private final Set<String> exported;
  private final Set<String> extensions = new TreeSet<>();
  private final Set<String> extensionModules = new HashSet<>();
  private final Set<String> serviceModules = new HashSet<>();

  private SqlRequirementScan(
      ExtensionMembers members,
      LiveDependencies live,
      DeployedModules modules,
      Collection<String> exported) {
    this.members = members;
    this.live = live;
    this.modules = modules;
    this.exported = new HashSet<>(exported);
  }

  /**
   * Looks at what a server has installed and deployed.
   *
   * @param session in a snapshot
   * @param schemas the database's own schemas
   * @param warnings told what could not be read
   */
  static SqlRequirementScan open(
      Session session, Collection<String> schemas, Consumer<String> warnings) {
    return new SqlRequirementScan(
        ExtensionMembers.read(session, schemas),
        LiveDependencies.read(session, schemas),
        DeployedModules.read(session, schemas, warnings),
        schemas);
  }

  @Override
  public void script(String sql) {
    ScriptNames.scan(sql, this);
  }

  @Override
  public void table(String schema, String name) {
    serviceModules.addAll(modules.ofTable(schema, name));
  }

  @Override
  public void mention(String name) {
    if (exported.contains(name)) {
      extensions.addAll(live.of(name));
    }
  }

  @Override
  public void qualifier(String name) {
    extensionModules.addAll(modules.ofSchema(name));
    mention(name);
  }

  @Override
  public void call(String qualifier, String name) {
    members.collectCalls(qualifier, name, extensions);
    extensionModules.addAll(modules.ofFunction(qualifier, name));
  }

  @Override
  public void type(String qualifier, String name) {
    members.collectTypes(qualifier, name, extensions);
    extensionModules.addAll(modules.ofType(qualifier, name));
  }

  @Override
  public List<String> extensionRequires() {
    List<String> requires = new ArrayList<>(List.of(PLPGSQL));
    extensions.stream().filter(name -> !name.equals(PLPGSQL)).forEach(requires::add);
    modules.order().stream().filter(extensionModules::contains).forEach(requires::add);
    return List.copyOf(requires);
  }

  @Override
  public List<String> serviceRequires() {
    List<String> requires = new ArrayList<>(List.of(PLPGSQL));
    modules.order().stream().filter(serviceModules::contains).forEach(requires::add);
    return List.copyOf(requires);
  }
}
