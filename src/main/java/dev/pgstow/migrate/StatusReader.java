package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.workspace.Change;
import dev.pgstow.workspace.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Compares modules with the ledger of a database. Changes nothing. One run at a time; {@link
 * #cancel()} from any thread.
 */
public final class StatusReader {
  private final Databases databases;
  private final Cancellation cancellation = new Cancellation();

  /** A reader of databases of a server. */
  public StatusReader(Databases databases) {
    this.databases = databases;
  }

  /**
   * The status of each module, dependencies first. A database without a ledger has nothing
   * deployed.
   *
   * @throws Failure {@code module-unknown}, {@code module-cycle}, those of plans and connections;
   *     {@code interrupted}
   */
  public List<ModuleStatus> run(StatusRequest request) {
    try {
      return read(request);
    } catch (Failure e) {
      throw cancellation.isCancelled() ? Cancellation.failure("Cancelled.") : e;
    } finally {
      cancellation.release();
    }
  }

  /** Makes the run fail with {@code interrupted} soon. As {@link Deployer#cancel()}. */
  public void cancel() {
    cancellation.cancel();
  }

  private List<ModuleStatus> read(StatusRequest request) {
    List<ResolvedModule> modules = request.selection().resolved();
    // The plans are read while the server sends the ledger.
    CompletableFuture<List<ModulePlan>> reading =
        CompletableFuture.supplyAsync(() -> modules.stream().map(ModulePlan::read).toList());
    Found found;
    try {
      found = find(request, modules.stream().map(ResolvedModule::name).toList());
    } catch (Failure e) {
      // What is wrong with a plan is to be said first.
      plans(reading);
      throw e;
    }
    List<ModuleStatus> statuses = new ArrayList<>();
    for (ModulePlan plan : plans(reading)) {
      cancellation.check();
      Map<String, DeployedChange> known = found.deployed().getOrDefault(plan.name(), Map.of());
      ScriptStates scripts =
          request.scripts()
              ? ScriptStates.read(plan, known, found.standardConforming())
              : ScriptStates.NOT_READ;
      String prefix = plan.name() + ":";
      statuses.add(
          status(
              plan,
              known,
              found.unfinished().stream()
                  .filter(it -> it.startsWith(prefix))
                  .map(it -> it.substring(prefix.length()))
                  .toList(),
              scripts));
    }
    return statuses;
  }

  /** What the database says. */
  private record Found(
      Map<String, Map<String, DeployedChange>> deployed,
      List<String> unfinished,
      boolean standardConforming) {}

  private Found find(StatusRequest request, List<String> modules) {
    try (Session session = cancellation.watch(databases.connect(request.selection().database()))) {
      Ledger ledger = new Ledger(session);
      boolean exists = ledger.exists();
      return new Found(
          exists ? ledger.deployed(modules) : Map.of(),
          exists ? ledger.unfinished(modules) : List.of(),
          !request.scripts() || Settings.isOn(session, "standard_conforming_strings"));
    }
  }

  private static List<ModulePlan> plans(CompletableFuture<List<ModulePlan>> reading) {
    try {
      return reading.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Failure failure ? failure : e;
    }
  }

  private static ModuleStatus status(
      ModulePlan plan,
      Map<String, DeployedChange> known,
      List<String> unfinished,
      ScriptStates scripts) {
    List<DeployedChange> deployed = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    for (Change change : plan.changes()) {
      DeployedChange it = known.get(change.name());
      if (it == null) {
        pending.add(change.name());
      } else {
        deployed.add(it);
      }
    }
    Optional<DeployedChange> last =
        deployed.isEmpty() ? Optional.empty() : Optional.of(deployed.get(deployed.size() - 1));
    return new ModuleStatus(
        plan.name(),
        deployed,
        pending,
        last,
        last.flatMap(it -> tag(plan, it.change())),
        known.keySet().stream().filter(name -> plan.position(name) < 0).toList(),
        unfinished,
        scripts.changed(),
        scripts.emptyVerifies(),
        scripts.trivialVerifies());
  }

  private static Optional<String> tag(ModulePlan plan, String last) {
    int end = plan.position(last);
    int best = -1;
    Optional<String> found = Optional.empty();
    for (Tag tag : plan.plan().tags()) {
      int at = plan.position(tag.change());
      if (at <= end && at >= best) {
        best = at;
        found = Optional.of(tag.name());
      }
    }
    return found;
  }

  /** What the files say. */
  private record ScriptStates(
      List<String> changed, List<String> emptyVerifies, List<String> trivialVerifies) {
    static final ScriptStates NOT_READ = new ScriptStates(List.of(), List.of(), List.of());

    private enum State {
      CHANGED,
      EMPTY,
      TRIVIAL
    }

    private record Finding(String change, State state) {}

    static ScriptStates read(
        ModulePlan plan, Map<String, DeployedChange> known, boolean standardConforming) {
      List<Finding> findings =
          plan.changes().parallelStream()
              .map(Change::name)
              .flatMap(
                  change -> {
                    List<Finding> found = new ArrayList<>();
                    DeployedChange deployed = known.get(change);
                    if (deployed != null && hasChanged(plan, deployed)) {
                      found.add(new Finding(change, State.CHANGED));
                    }
                    verify(plan, change, standardConforming)
                        .ifPresent(state -> found.add(new Finding(change, state)));
                    return found.stream();
                  })
              .toList();
      return new ScriptStates(
          of(findings, State.CHANGED), of(findings, State.EMPTY), of(findings, State.TRIVIAL));
    }

    private static List<String> of(List<Finding> findings, State state) {
      return findings.stream().filter(it -> it.state() == state).map(Finding::change).toList();
    }

    private static boolean hasChanged(ModulePlan plan, DeployedChange deployed) {
      Path script = plan.script(ScriptKind.DEPLOY, deployed.change());
      return !ScriptFile.hashIfThere(script).equals(Optional.of(deployed.scriptHash()));
    }

    private static Optional<State> verify(
        ModulePlan plan, String change, boolean standardConforming) {
      Path file = plan.script(ScriptKind.VERIFY, change);
      Script script;
      try {
        script = Script.of(ScriptFile.read(file), standardConforming);
      } catch (Failure e) {
        // Verifying will say what is wrong with one that is there.
        return e.ident().equals(ScriptFile.MISSING) ? Optional.of(State.EMPTY) : Optional.empty();
      }
      if (script.statements().isEmpty()) {
        return Optional.of(State.EMPTY);
      }
      return ScriptText.isTriviallyTrue(script) ? Optional.of(State.TRIVIAL) : Optional.empty();
    }
  }
}
