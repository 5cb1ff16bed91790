package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.workspace.PlannedChange;
import dev.pgstow.workspace.StagedModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the registrations into the service module, behind what is planned there already. */
final class RegistrationExport {
  private final ActionExport actions;
  private final String extensionName;
  private final SchemaRenamer renamer;
  private final StagedModule module;
  private final ChangeGraph graph = new ChangeGraph();
  private long bytes;

  RegistrationExport(
      ActionExport actions, String extensionName, SchemaRenamer renamer, StagedModule module) {
    this.actions = actions;
    this.extensionName = extensionName;
    this.renamer = renamer;
    this.module = module;
  }

  /**
   * Adds each behind the change before it and behind what it needs.
   *
   * @param reserved names of changes that come behind them
   */
  void write(List<PlannedChange> changes, Set<String> reserved) throws IOException {
    Set<String> planned = new HashSet<>();
    changes.forEach(change -> planned.add(change.name()));
    Set<String> taken = new HashSet<>(planned);
    taken.addAll(reserved);
    for (Registration registration : actions.registrations()) {
      requireApart(registration, taken);
      List<String> among =
          registration.dependencies().stream()
              .filter(name -> !actions.graph().has(name))
              .filter(name -> !planned.contains(renamer.changeName(name)))
              .toList();
      graph.add(registration.name(), among, registration.note());
    }
    graph.resolve(actions::missing);
    for (int position : graph.order()) {
      changes.add(write(actions.registrations().get(position), last(changes)));
    }
  }

  /** A registration must not take the place of a change of metadata, on no disk. */
  private void requireApart(Registration registration, Set<String> tables) {
    String change = renamer.changeName(registration.name());
    String folded = change.toLowerCase(Locale.ROOT);
    for (String table : tables) {
      String taken = table.toLowerCase(Locale.ROOT);
      if (folded.equals(taken) || folded.startsWith(taken + ".sql/")) {
        throw Failure.failed(
            "change-is-a-tables",
            "Row "
                + registration.row()
                + " of db_migrate.sql_actions (\""
                + change
                + "\") would be in the way of \""
                + table
                + "\", a change of metadata rows.",
            "Rename it in the source database, then export again.");
      }
    }
  }

  /** Other packages that registrations need, with the change that names each first. */
  Map<String, String> foreignPackages() {
    return graph.foreignPackages();
  }

  long bytes() {
    return bytes;
  }

  private PlannedChange write(Registration registration, Optional<String> previous)
      throws IOException {
    String change = renamer.changeName(registration.name());
    List<Reference> references = references(registration, previous);
    List<String> requires =
        references.stream()
            .sorted((a, b) -> ActionExport.REQUIRES_ORDER.compare(a.original, b.original))
            .map(Reference::written)
            .toList();
    TextSpool texts = actions.registrationTexts();
    String deploy = renamer.sql(texts.read(registration.deploy()));
    String revert = renamer.sql(texts.read(registration.revert()));
    String verify = renamer.sql(texts.read(registration.verify()));
    put("deploy/", change, ChangeScripts.deploy(change, requires, deploy));
    put("revert/", change, ChangeScripts.revert(change, revert));
    put("verify/", change, ChangeScripts.verify(change, verify));
    List<String> dependencies = new ArrayList<>();
    references.stream().filter(r -> !r.foreign).forEach(r -> dependencies.add(r.written));
    references.stream().filter(Reference::foreign).forEach(r -> dependencies.add(r.written));
    return new PlannedChange(change, dependencies, registration.note());
  }

  /** A dependency as the row has it, and as it is written. */
  private record Reference(String original, String written, boolean foreign) {}

  private List<Reference> references(Registration registration, Optional<String> previous) {
    List<Reference> references = new ArrayList<>();
    previous.ifPresent(before -> references.add(new Reference(before, before, false)));
    for (String dependency : registration.dependencies()) {
      String renamed = renamer.changeName(dependency);
      if (actions.graph().has(dependency)) {
        references.add(new Reference(dependency, extensionName + ":" + renamed, true));
      } else if (ChangeGraph.isForeign(dependency)) {
        references.add(new Reference(dependency, dependency, true));
      } else if (previous.filter(renamed::equals).isEmpty()) {
        references.add(new Reference(dependency, renamed, false));
      }
    }
    return references;
  }

  private static Optional<String> last(List<PlannedChange> changes) {
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(changes.get(changes.size() - 1).name());
  }

  private void put(String folder, String change, String script) throws IOException {
    bytes += script.length();
    module.write(folder + change + ".sql", script);
  }
}
