package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deploys modules: what they require first, what the ledger has already is skipped. One run at a
 * time; {@link #cancel()} from any thread.
 */
public final class Deployer {
  private final Databases databases;
  private final Cancellation cancellation;

  /** A deployer to databases of a server. */
  public Deployer(Databases databases) {
    this(databases, new Cancellation());
  }

  Deployer(Databases databases, Cancellation cancellation) {
    this.databases = databases;
    this.cancellation = cancellation;
  }

  /**
   * Deploys. By default each module is a transaction: after a failure the modules before it stay,
   * and it leaves nothing but an event in the ledger. Does not verify.
   *
   * @throws ScriptFailure {@code deploy-failed}, or a {@code statement-timeout}, {@code
   *     lock-timeout}, {@code permission-denied}, {@code connection-lost} of a script or the
   *     commit; {@code foreign-key-broken}
   * @throws Failure before anything is changed: {@code module-unknown}, {@code module-cycle},
   *     {@code module-missing}, {@code extension-unavailable}, {@code reference-unknown}, {@code
   *     to-ambiguous}, {@code dependency-unknown}, {@code dependency-later}, {@code
   *     dependency-missing}, {@code script-missing}, {@code script-not-text}, {@code
   *     script-duplicate}, {@code script-changed}, {@code psql-command}, {@code copy-data}, {@code
   *     replication-role-denied}, {@code role-missing}, {@code grant-denied}, {@code
   *     deploy-running}; after rolling the module back: {@code interrupted}
   */
  public DeployResult run(DeployRequest request, ProgressListener listener) {
    long start = System.nanoTime();
    if (request.has(DeployOption.CREATE_DATABASE) && !databases.exists(request.database())) {
      databases.create(request.database());
    }
    try (Session session = cancellation.watch(databases.connectForScripts(request.database()))) {
      return run(request, session, listener, start);
    } catch (Failure e) {
      throw cancellation.isCancelled() && !e.ident().equals("interrupted")
          ? Cancellation.failure("Cancelled.")
          : e;
    } finally {
      cancellation.release();
    }
  }

  private DeployResult run(
      DeployRequest request, Session session, ProgressListener listener, long start) {
    request.limits().forLocks().forEach(sql -> session.execute(sql, "setting timeouts"));
    DeployLock.take(session, listener);
    Ledger ledger = new Ledger(session);
    ledger.ensure();
    List<PendingModule> modules = new DeployPlanner(ledger).plan(request);
    List<String> changed = changed(modules, request.has(DeployOption.STRICT), listener);
    ChangeRunner runner =
        new ChangeRunner(
            session,
            request.limits(),
            Optional.of(listener).filter(it -> request.has(DeployOption.NOTICES)),
            cancellation);
    ScriptSurvey survey = check(request, modules, runner);
    List<String> names = modules.stream().map(PendingModule::name).toList();
    ledger.unfinished(names).forEach(it -> listener.on(new ProgressEvent.Warning(unfinished(it))));
    runner.begin();
    ModuleDeployment deployment =
        new ModuleDeployment(
            request,
            runner,
            ledger,
            survey,
            new FailureLog(databases, request.database()),
            listener);
    List<DeployResult.Module> done = new ArrayList<>();
    for (PendingModule module : modules) {
      cancellation.check();
      done.add(deployment.run(module));
    }
    if (deployment.dropped() > 0) {
      listener.on(
          new ProgressEvent.Warning(
              deployment.dropped()
                  + " BEGIN, COMMIT and the like were left out of the scripts: pgstow keeps the"
                  + " transactions."));
    }
    return new DeployResult(
        done,
        deployment.extensions(),
        changed,
        ledger.unfinished(names),
        deployment.dropped(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private ScriptSurvey check(
      DeployRequest request, List<PendingModule> modules, ChangeRunner runner) {
    ScriptSurvey survey = new ScriptSurvey(runner.standardConforming());
    for (PendingModule module : modules) {
      survey.read(module, cancellation);
    }
    if (!request.has(DeployOption.LOG_ONLY)) {
      new ExtensionInstaller(runner.session())
          .check(modules.stream().map(module -> module.plan().resolved()).toList());
      new Rights(runner.session()).check(survey);
    }
    return survey;
  }

  private List<String> changed(
      List<PendingModule> modules, boolean strict, ProgressListener listener) {
    List<String> changed = new ArrayList<>();
    for (PendingModule module : modules) {
      for (DeployedChange deployed : module.deployed().values()) {
        cancellation.check();
        Path script = module.plan().script(ScriptKind.DEPLOY, deployed.change());
        if (module.plan().position(deployed.change()) >= 0
            && (!Files.exists(script) || !ScriptFile.hash(script).equals(deployed.scriptHash()))) {
          changed.add(module.plan().qualified(deployed.change()));
        }
      }
    }
    if (changed.isEmpty()) {
      return changed;
    }
    String message =
        changed.size()
            + (changed.size() == 1 ? " deployed change has" : " deployed changes have")
            + " another script now than when deployed, such as "
            + changed.get(0)
            + ".";
    if (strict) {
      throw Failure.failed(
          "script-changed",
          message,
          "Put the old scripts back and write new changes; or revert and deploy them anew.");
    }
    listener.on(new ProgressEvent.Warning(message + " They are left as they are deployed."));
    return changed;
  }

  private static String unfinished(String change) {
    return change
        + " was begun without a transaction and did not finish; what it did is still there.";
  }

  /**
   * Makes the run fail with {@code interrupted} soon, with the transaction rolled back, and returns
   * when it has, or after some seconds. From any other thread; a deployer that was cancelled runs
   * no more.
   */
  public void cancel() {
    cancellation.cancel();
  }
}
