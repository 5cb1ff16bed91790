package dev.pgstow.drift;

import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.dump.ObjectTitle;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.DeployOption;
import dev.pgstow.migrate.DeployRequest;
import dev.pgstow.migrate.DeployResult;
import dev.pgstow.migrate.Deployer;
import dev.pgstow.migrate.PlanVerifier;
import dev.pgstow.migrate.ScriptError;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.postgres.Databases;
import dev.pgstow.progress.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Records the changes of a module as deployed in a database that has their objects already, after
 * checking that it has. Runs no deploy script there. One run; {@link #cancel()} from any thread.
 */
public final class Adopter {
  private static final int SHOWN = 20;

  private final Databases databases;
  private final StopSwitch stop = new StopSwitch();

  /** For databases of a server. */
  public Adopter(Databases databases) {
    this.databases = databases;
  }

  /**
   * Adopts.
   *
   * @throws Failure {@code adopt-refused}, exit 3, naming what is missing or differs; then nothing
   *     was recorded. As {@link DriftEngine#run}, {@link PlanVerifier#run} and {@link Deployer#run}
   */
  public AdoptResult run(AdoptRequest request, ProgressListener listener) {
    long start = System.nanoTime();
    DeclaredSource.OfModule source = request.source();
    DeployRequest deploy =
        DeployRequest.of(source.workspace(), request.database(), List.of(source.module()))
            .within(request.limits());
    DeployRequest wanted = source.to().map(deploy::to).orElse(deploy);
    PlanVerifier verifier = new PlanVerifier(databases);
    stop.on(verifier::cancel);
    VerifyResult verified = verifier.run(wanted, listener);
    Comparison.Outcome compared =
        new Comparison(databases, stop)
            .run(
                new DriftRequest(request.database(), source, Scope.ALL, request.place()), listener);
    refuse(source.module(), verified, compared.diff());
    Deployer deployer = new Deployer(databases);
    stop.on(deployer::cancel);
    DeployResult recorded = deployer.run(wanted.with(DeployOption.LOG_ONLY), listener);
    return new AdoptResult(
        recorded,
        compared.live().objects().size() - compared.diff().undeclared().size(),
        verified.unchecked(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** What the database has beyond the module does not matter. */
  private static void refuse(String module, VerifyResult verified, CatalogDiff diff) {
    List<String> why = new ArrayList<>();
    diff.missing().forEach(object -> why.add("missing: " + ObjectTitle.of(object.identity())));
    diff.changed().forEach(change -> why.add("differs: " + ObjectTitle.of(change.identity())));
    for (ScriptError error : verified.failures()) {
      why.add(
          "fails its verification: "
              + error.module()
              + ":"
              + error.change()
              + ": "
              + error.message());
    }
    if (why.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder();
    message.append("The database is not what ").append(module).append(" makes:");
    why.stream().limit(SHOWN).forEach(line -> message.append("\n  ").append(line));
    if (why.size() > SHOWN) {
      message.append("\n  and ").append(why.size() - SHOWN).append(" more");
    }
    throw new Failure(
        ExitCode.VERIFICATION,
        "adopt-refused",
        message.toString(),
        "See the differences with pgstow drift --module "
            + module
            + "; adopt a part with --to. Nothing was recorded.",
        null);
  }

  /** Makes the run fail with {@code interrupted} soon. */
  public void cancel() {
    stop.stop();
  }
}
