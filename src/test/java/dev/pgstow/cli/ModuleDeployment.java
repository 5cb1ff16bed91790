package dev.pgstow.cli;

import dev.pgstow.sql.Identifiers;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.ModuleMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the scripts of modules, those they require first, as pgpm would; without a ledger. */
final class ModuleDeployment {
  private final ModuleMap modules;
  private final Connection connection;

  ModuleDeployment(ModuleMap modules, Connection connection) {
    this.modules = modules;
    this.connection = connection;
  }

  /** Deploys modules and all they require; the modules, in the order they were deployed. */
  List<Module> deploy(String... names) throws IOException, SQLException {
    Set<String> seen = new LinkedHashSet<>();
    List<Module> deployed = new ArrayList<>();
    for (String name : names) {
      deploy(name, seen, deployed);
    }
    return deployed;
  }

  private void deploy(String name, Set<String> seen, List<Module> deployed)
      throws IOException, SQLException {
    if (!seen.add(name)) {
      return;
    }
    Optional<Module> module = modules.find(name);
    if (module.isEmpty()) {
      run("CREATE EXTENSION IF NOT EXISTS " + Identifiers.quote(name) + " CASCADE", name);
      return;
    }
    for (String required : module.orElseThrow().control().requires()) {
      deploy(required, seen, deployed);
    }
    apply(module.orElseThrow());
    deployed.add(module.orElseThrow());
  }

  /** Deploys a module alone. */
  void apply(Module module) throws IOException, SQLException {
    scripts(module, "deploy", module.plan().changes());
  }

  void verify(Module module) throws IOException, SQLException {
    scripts(module, "verify", module.plan().changes());
  }

  void revert(Module module) throws IOException, SQLException {
    List<Change> changes = new ArrayList<>(module.plan().changes());
    java.util.Collections.reverse(changes);
    scripts(module, "revert", changes);
  }

  private void scripts(Module module, String kind, List<Change> changes)
      throws IOException, SQLException {
    for (Change change : changes) {
      Path script = module.directory().resolve(kind).resolve(change.name() + ".sql");
      run(Files.readString(script), module.name() + " " + kind + "/" + change.name());
    }
  }

  private void run(String sql, String what) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(what + ": " + e.getMessage(), e.getSQLState(), e);
    }
  }
}
