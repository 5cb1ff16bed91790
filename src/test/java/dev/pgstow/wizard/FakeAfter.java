package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Pretends to prove and to deploy. */
class FakeAfter implements AfterExport {
  static final String CHANGE = "schemas/crm_app_public/tables/deals/table";

  final AtomicBoolean cancelled = new AtomicBoolean();
  final AtomicReference<Optional<DeployTarget>> deployed = new AtomicReference<>(Optional.empty());
  int differences;
  boolean fails;

  /** Holds the work in the middle of its last module. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public boolean canProve() {
    return true;
  }

  @Override
  public Outcome prove(ProgressListener listener) {
    for (Activity activity : List.of(Activity.DEPLOY, Activity.VERIFY, Activity.REVERT)) {
      pass(listener, activity, "demo-crm", 31, false);
      pass(listener, activity, "demo-crm-service", 30, false);
    }
    pass(listener, Activity.DEPLOY, "demo-crm", 31, false);
    pass(listener, Activity.DEPLOY, "demo-crm-service", 30, true);
    listener.on(new ProgressEvent.TableStarted("metaschema_public.field", OptionalLong.of(900)));
    listener.on(
        new ProgressEvent.TableFinished("metaschema_public.field", 900, 9_000, Duration.ZERO));
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Kind.TEXT, "modules", "demo-crm, demo-crm-service"));
    lines.add(new Line(Kind.TEXT, "cycle", "deploy, verify, revert, deploy, verify"));
    lines.add(new Line(Kind.TEXT, "rows", "900 compared"));
    if (differences == 0) {
      return new Outcome(true, "Proved: the modules give what the source has", lines);
    }
    lines.add(Line.of(Kind.TITLE, "Differences"));
    for (int i = 1; i <= differences; i++) {
      lines.add(new Line(Kind.PROBLEM, "changed", "metaschema_public.field id=" + i));
      lines.add(new Line(Kind.TEXT, "", "name"));
      lines.add(new Line(Kind.TEXT, "  source", "'amount'"));
      lines.add(new Line(Kind.TEXT, "  scratch", "'sum'"));
    }
    return new Outcome(false, "Not proved: " + differences + " rows differ", lines);
  }

  @Override
  public DeployTarget target() {
    return new DeployTarget(
        new ConnectionFields("localhost", "5432", "postgres", "", "prefer"), "demo_crm_dev", true);
  }

  @Override
  public DeployPlan plan(DeployTarget target) {
    if (target.server().port().equals("1")) {
      throw Failure.failed(
          "connection-refused", "can't connect to " + target.server(), "Is it running?");
    }
    boolean there = target.database().equals("there");
    return new DeployPlan(
        target.server() + " PostgreSQL 17.4",
        target.database().endsWith("_dev"),
        List.of(
            new DeployPlan.Module("demo-crm", there ? 0 : 31, there ? 31 : 0),
            new DeployPlan.Module("demo-crm-service", there ? 0 : 30, there ? 30 : 0)),
        target.database().equals("demo")
            ? List.of("This is the database the modules were exported from.")
            : List.of());
  }

  @Override
  public Outcome deploy(DeployTarget target, ProgressListener listener) {
    deployed.set(Optional.of(target));
    pass(listener, Activity.DEPLOY, "demo-crm", 31, false);
    pass(listener, Activity.DEPLOY, "demo-crm-service", 30, true);
    if (fails) {
      return new Outcome(
          false,
          "Could not deploy demo-crm:" + CHANGE,
          List.of(
              new Line(Kind.PROBLEM, "server", "type \"citext\" does not exist"),
              new Line(Kind.TEXT, "SQLSTATE", "42704"),
              new Line(Kind.TEXT, "file", "packages/demo-crm/deploy/" + CHANGE + ".sql"),
              new Line(Kind.TEXT, "line", "12")));
    }
    return new Outcome(
        true,
        "Deployed 61 changes to " + target,
        List.of(
            new Line(Kind.TEXT, "demo-crm", "31 changes"),
            new Line(Kind.TEXT, "demo-crm-service", "30 changes"),
            new Line(Kind.TEXT, "verified", "61 changes")));
  }

  private void pass(
      ProgressListener listener, Activity activity, String module, int changes, boolean last) {
    for (int i = 1; i <= changes; i++) {
      listener.on(new ProgressEvent.ChangeStarted(activity, module, CHANGE, i, changes));
      if (last && i == changes / 2) {
        waitAtGate();
      }
      listener.on(new ProgressEvent.ChangeFinished(activity, module, CHANGE, Duration.ZERO));
    }
    listener.on(
        new ProgressEvent.ModuleFinished(activity, module, changes, Duration.ofMillis(1_200)));
  }

  private void waitAtGate() {
    try {
      while (!gate.await(5, TimeUnit.MILLISECONDS)) {
        if (cancelled.get()) {
          throw Failure.interrupted("Cancelled. demo-crm-service is as it was before.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void cancel() {
    cancelled.set(true);
  }
}
