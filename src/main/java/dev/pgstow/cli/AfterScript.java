package dev.pgstow.cli;

import dev.pgstow.export.ExportRequest;
import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.DeployOption;
import dev.pgstow.migrate.DeployRequest;
import dev.pgstow.migrate.DeployResult;
import dev.pgstow.migrate.Deployer;
import dev.pgstow.migrate.ModuleResolver;
import dev.pgstow.migrate.ModuleSelection;
import dev.pgstow.migrate.ScriptFailure;
import dev.pgstow.migrate.StatusReader;
import dev.pgstow.migrate.StatusRequest;
import dev.pgstow.migrate.Verifier;
import dev.pgstow.migrate.VerifyRequest;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.ScratchPlace;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prove.ProofRequest;
import dev.pgstow.prove.Prover;
import dev.pgstow.source.ExportSource;
import dev.pgstow.wizard.AfterExport;
import dev.pgstow.wizard.DeployPlan;
import dev.pgstow.wizard.DeployTarget;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Proves and deploys what the wizard exported. */
final class AfterScript implements AfterExport {
  private final Workspace workspace;
  private final ConnectionSettings settings;
  private final Origin origin;
  private final String source;
  private final ExportRequest request;
  private final List<String> modules;
  private final Consumer<Consumer<String>> install;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final StoppableWork work = new StoppableWork();

  /**
   * For the modules of an export.
   *
   * @param settings the server to deploy to, unless the person chooses another
   * @param origin what they were exported from
   * @param source the database there
   * @param request how
   * @param install installs what they require, if that was agreed to; told what it says
   */
  AfterScript(
      Workspace workspace,
      ConnectionSettings settings,
      Origin origin,
      String source,
      ExportRequest request,
      List<String> modules,
      Consumer<Consumer<String>> install) {
    this.workspace = workspace;
    this.settings = settings;
    this.origin = origin;
    this.source = source;
    this.request = request;
    this.modules = List.copyOf(modules);
    this.install = install;
  }

  /** What was done, in a line each. */
  synchronized List<String> outcomes() {
    return outcomes.stream().map(Outcome::headline).toList();
  }

  private synchronized Outcome noted(Outcome outcome) {
    outcomes.add(outcome);
    return outcome;
  }

  /** A service module alone is half of what would have to be proved. */
  @Override
  public boolean canProve() {
    return !(origin instanceof ApiOrigin api) || api.settings().migrate().isPresent();
  }

  @Override
  public Outcome prove(ProgressListener listener) {
    work.begin();
    install.accept(line -> listener.on(new ProgressEvent.Warning(line)));
    ProofRequest proof = ProofRequest.of(workspace, request);
    try (ExportSource from = origin.source(source)) {
      Prover prover = new Prover(from, new ScratchPlace.Embedded());
      return noted(ProofOutcome.of(work.during(prover::cancel, () -> prover.run(proof, listener))));
    }
  }

  @Override
  public DeployTarget target() {
    return new DeployTarget(ConnectionForm.of(settings), suggested(modules.get(0)), true);
  }

  /** A name for a database to deploy a module to. */
  static String suggested(String module) {
    return module.replace('-', '_') + "_dev";
  }

  @Override
  public DeployPlan plan(DeployTarget target) {
    install.accept(line -> {});
    ConnectionSettings server = ConnectionForm.apply(settings, target.server());
    Databases databases = new Databases(server);
    boolean exists = databases.exists(target.database());
    if (!exists && !target.create()) {
      throw Failure.failed(
          "database-not-found",
          "There is no database " + target.database() + " on " + target.server() + ".",
          "Have it made, or name another.");
    }
    List<String> warnings = new ArrayList<>();
    if (origin instanceof ServerOrigin
        && target.database().equals(source)
        && target.server().toString().equals(ConnectionForm.of(settings).toString())) {
      warnings.add("This is the database the modules were exported from.");
    }
    return new DeployPlan(
        ServerGreeting.of(server, Optional.empty()),
        !exists,
        exists ? compared(databases, target.database()) : all(),
        warnings);
  }

  private List<DeployPlan.Module> compared(Databases databases, String database) {
    ModuleSelection selection = new ModuleSelection(workspace, database, modules, true);
    return new StatusReader(databases)
        .run(new StatusRequest(selection, false)).stream()
            .map(
                it -> new DeployPlan.Module(it.module(), it.pending().size(), it.deployed().size()))
            .toList();
  }

  private List<DeployPlan.Module> all() {
    return new ModuleResolver(workspace.modules())
        .order(modules).stream()
            .map(it -> new DeployPlan.Module(it.name(), it.module().plan().changes().size(), 0))
            .toList();
  }

  @Override
  public Outcome deploy(DeployTarget target, ProgressListener listener) {
    work.begin();
    install.accept(line -> listener.on(new ProgressEvent.Warning(line)));
    Databases databases = new Databases(ConnectionForm.apply(settings, target.server()));
    DeployRequest all = DeployRequest.of(workspace, target.database(), modules);
    DeployRequest wanted = target.create() ? all.with(DeployOption.CREATE_DATABASE) : all;
    try {
      DeployResult deployed = deploy(databases, wanted, listener);
      return noted(DeployOutcome.of(deployed, verify(databases, wanted, listener), target));
    } catch (ScriptFailure failure) {
      return noted(DeployOutcome.of(failure));
    }
  }

  private DeployResult deploy(
      Databases databases, DeployRequest wanted, ProgressListener listener) {
    Deployer deployer = new Deployer(databases);
    return work.during(deployer::cancel, () -> deployer.run(wanted, listener));
  }

  private VerifyResult verify(
      Databases databases, DeployRequest wanted, ProgressListener listener) {
    Verifier verifier = new Verifier(databases);
    VerifyRequest verification =
        VerifyRequest.of(new ModuleSelection(workspace, wanted.database(), wanted.modules(), true));
    return work.during(verifier::cancel, () -> verifier.run(verification, listener));
  }

  @Override
  public void cancel() {
    work.cancel();
  }
}
