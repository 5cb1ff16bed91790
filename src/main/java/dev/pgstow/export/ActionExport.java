package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.RegistrationInserts;
import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.source.RequirementScan;
import dev.pgstow.source.SqlAction;
import dev.pgstow.workspace.ChangeName;
import dev.pgstow.workspace.PlannedChange;
import dev.pgstow.workspace.StagedModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes actions into the staged extension module as they stream by, and puts aside those that
 * belong into the service module. Everything wrong with a row is a failure that names it.
 */
final class ActionExport {
  static final String REGISTRATION = "meta_registration";

  /** pgpm sorts requires lines by length, then name, before renaming. */
  static final Comparator<String> REQUIRES_ORDER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final ExportRequest request;
  private final SchemaSelection schemas;
  private final SchemaRenamer renamer;
  private final StagedModule module;
  private final RequirementScan scan;
  private final RegistrationInserts inserts;
  private final ChangeGraph graph = new ChangeGraph();
  private final ChangeTwins twins;
  private final Set<String> leftOut = new HashSet<>();
  private final Set<String> excluded = new HashSet<>();
  private final List<Registration> registrations = new ArrayList<>();
  private final TextSpool registrationTexts;
  private long emptyReverts;
  private long emptyVerifies;
  private long bytes;

  ActionExport(
      ExportRequest request,
      SchemaSelection schemas,
      SchemaRenamer renamer,
      StagedModule module,
      RequirementScan scan,
      RegistrationInserts inserts,
      TextSpool registrationTexts) {
    this.request = request;
    this.schemas = schemas;
    this.renamer = renamer;
    this.module = module;
    this.scan = scan;
    this.inserts = inserts;
    this.registrationTexts = registrationTexts;
    this.twins = new ChangeTwins(renamer::changeName);
  }

  /** Takes the next action; returns the bytes of SQL in it. */
  long action(SqlAction action) throws IOException {
    @Nullable String name = action.deploy();
    if (name == null || name.isEmpty()) {
      throw row(action, "action-unnamed", "has no change name (column deploy).");
    }
    @Nullable String category = action.category();
    if (category != null && request.excludeCategories().contains(category)) {
      excluded.add(name);
      return 0;
    }
    if (schemas.leavesOut(name)) {
      leftOut.add(name);
      return 0;
    }
    @Nullable String content = action.content();
    if (content == null || content.isBlank()) {
      throw row(action, "action-empty", "(\"" + name + "\") has an empty deploy script.");
    }
    List<String> dependencies = ActionDependencies.of(action, name, request.extensionName());
    String revert = orEmpty(action.revert());
    String verify = orEmpty(action.verify());
    String change = renamer.changeName(name);
    check(action, change);
    twins.add(action.id(), name, change);
    String note = "add " + noteOf(action, name);
    long size = (long) content.length() + revert.length() + verify.length();
    if (REGISTRATION.equals(category)) {
      inserts.add(content);
    }
    if (isRegistration(category, content)) {
      registrations.add(
          new Registration(
              action.id(),
              name,
              dependencies,
              note,
              registrationTexts.write(content),
              registrationTexts.write(revert),
              registrationTexts.write(verify)));
      return size;
    }
    if (graph.has(name)) {
      twins.check();
    }
    graph.add(name, dependencies, note);
    emptyReverts += revert.isBlank() ? 1 : 0;
    emptyVerifies += verify.isBlank() ? 1 : 0;
    scan.script(content);
    scan.script(verify);
    write(change, dependencies, content, revert, verify);
    return size;
  }

  /** Whether an action goes into the service module. */
  private static boolean isRegistration(@Nullable String category, String content) {
    return REGISTRATION.equals(category) && RegistrationInserts.writesMetaschema(content);
  }

  private void write(
      String change, List<String> dependencies, String deploy, String revert, String verify)
      throws IOException {
    List<String> requires =
        dependencies.stream()
            .sorted(REQUIRES_ORDER)
            .map(name -> ChangeGraph.isForeign(name) ? name : renamer.changeName(name))
            .toList();
    put("deploy/", change, ChangeScripts.deploy(change, requires, renamer.sql(deploy)));
    put("revert/", change, ChangeScripts.revert(change, renamer.sql(revert)));
    put("verify/", change, ChangeScripts.verify(change, renamer.sql(verify)));
  }

  private void put(String folder, String change, String script) throws IOException {
    bytes += script.length();
    module.write(folder + change + ".sql", script);
  }

  private static void check(SqlAction action, String change) {
    try {
      ChangeName.check(change);
    } catch (Failure failure) {
      throw row(action, failure.ident(), "can't be exported: " + failure.getMessage());
    }
  }

  /** The failure in terms of rows, if files of theirs collided on disk. */
  Failure inTermsOfRows(Failure failure) {
    if (failure.ident().equals("file-collision")) {
      try {
        twins.check();
      } catch (Failure rows) {
        return rows;
      }
    }
    return failure;
  }

  /** Checks what can be told only when all actions are known. */
  void complete() {
    twins.check();
    graph.resolve(this::missing);
  }

  /** Why a dependency is not there, as a failure. */
  Failure missing(String change, String dependency) {
    if (leftOut.contains(dependency)) {
      return Failure.failed(
          "dependency-left-out",
          "\"" + change + "\" needs \"" + dependency + "\", whose schema is left out.",
          "Choose that schema too, or keep it under its internal name with --keep-unselected.");
    }
    if (excluded.contains(dependency)) {
      return Failure.failed(
          "dependency-left-out",
          "\"" + change + "\" needs \"" + dependency + "\", whose category is excluded.",
          "Take its category out of --exclude-categories.");
    }
    if (registrations.stream().anyMatch(moved -> moved.name().equals(dependency))) {
      return Failure.failed(
          "dependency-moved",
          "\""
              + change
              + "\" needs \""
              + dependency
              + "\", a registration that goes into the service module, which comes after.",
          "Correct the deps of that row in db_migrate.sql_actions.");
    }
    return Failure.failed(
        "dependency-missing",
        "\"" + change + "\" needs \"" + dependency + "\", which is no change of this database.",
        "Correct the deps of that row in db_migrate.sql_actions.");
  }

  /** The changes of the extension module, in plan order. */
  Iterable<PlannedChange> plan() {
    int[] order = graph.order();
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    return () ->
        java.util.Arrays.stream(order).mapToObj(position -> planned(position, place)).iterator();
  }

  private PlannedChange planned(int position, int[] place) {
    List<String> dependencies = new ArrayList<>();
    java.util.Arrays.stream(graph.dependencies(position))
        .boxed()
        .sorted(Comparator.comparingInt(at -> place[at]))
        .forEach(at -> dependencies.add(renamer.changeName(graph.name(at))));
    dependencies.addAll(graph.foreignDependencies(position));
    return new PlannedChange(
        renamer.changeName(graph.name(position)), dependencies, graph.note(position));
  }

  ChangeGraph graph() {
    return graph;
  }

  List<Registration> registrations() {
    return registrations;
  }

  TextSpool registrationTexts() {
    return registrationTexts;
  }

  long emptyReverts() {
    return emptyReverts;
  }

  long emptyVerifies() {
    return emptyVerifies;
  }

  long bytes() {
    return bytes;
  }

  private static String noteOf(SqlAction action, String change) {
    @Nullable String name = action.name();
    return name == null || name.isBlank() ? change.substring(change.lastIndexOf('/') + 1) : name;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static Failure row(SqlAction action, String ident, String what) {
    return Failure.failed(
        ident,
        "Row " + action.id() + " of db_migrate.sql_actions " + what,
        "Correct that row in the source database, then export again.");
  }
}
