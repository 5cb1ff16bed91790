package dev.pgstow.wizard;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Proving and deploying from the result screen, which they come back to. */
final class Afterwards {
  private final Ui ui;
  private final InstantSource clock;
  private final Work work;
  private final AfterExport after;
  private final Chrome before;
  private DeployTarget target;
  private boolean working;

  Afterwards(Ui ui, InstantSource clock, AfterExport after) {
    this.ui = ui;
    this.clock = clock;
    this.after = after;
    this.work = new Work(ui, clock, after::cancel);
    this.before = ui.chrome();
    this.target = after.target();
  }

  /** False to end the session. */
  boolean prove() {
    return goesOn(this::startProof);
  }

  /** False to end the session. */
  boolean deploy() {
    return goesOn(this::startDeployment);
  }

  /** All is written already: Ctrl-C at a prompt only closes. */
  private boolean goesOn(Runnable action) {
    try {
      action.run();
      ui.chrome(before);
      return true;
    } catch (Failure failure) {
      if (working || failure.exitCode() != ExitCode.INTERRUPTED) {
        throw failure;
      }
      return false;
    }
  }

  private void startProof() {
    ui.chrome(before.withTitle("prove"));
    run(
        "The proof failed",
        new ChangesView.Texts(
            "Proving",
            "making a scratch database",
            "Only a scratch database is changed, and dropped then.",
            "Stop proving? Nothing else is changed."),
        after::prove);
  }

  private void startDeployment() {
    ui.chrome(before.withTitle("deploy"));
    while (chosen()) {
      Reply<DeployPlan> reply =
          work.insist("Looking at " + target, "Back", () -> after.plan(target));
      if (reply instanceof Reply.Given<DeployPlan> plan && agreed(plan.value())) {
        run(
            "The deployment failed",
            new ChangesView.Texts(
                "Deploying to " + target,
                "looking at what is there",
                "Each module is one transaction.",
                "Stop deploying? The running module is rolled back."),
            listener -> after.deploy(target, listener));
        return;
      }
    }
  }

  /** Asks where to; false to go back. */
  private boolean chosen() {
    while (true) {
      TargetView.Verdict verdict = ui.show(new TargetView(target));
      if (verdict instanceof TargetView.Verdict.Back) {
        return false;
      }
      if (verdict instanceof TargetView.Verdict.Go go) {
        target = go.target();
        return true;
      }
      target = verdict.target();
      Reply<WaysIn> server =
          ui.show(
              new ConnectionView(
                  WaysIn.of(target.server(), List.of()),
                  fields -> List.of(),
                  Optional.empty(),
                  true));
      if (server instanceof Reply.Given<WaysIn> given
          && given.value().chosen() instanceof ConnectionFields chosen) {
        target = target.on(chosen);
      }
    }
  }

  private boolean agreed(DeployPlan plan) {
    if (plan.pending() == 0 && !plan.creates()) {
      ui.show(
          NoticeView.of(
              new Notice(
                  "Nothing to deploy",
                  List.of(target.database() + " has all changes of these modules already.")),
              List.of("Back")));
      return false;
    }
    List<Pane.Line> lines = new ArrayList<>();
    lines.add(new Pane.Line(plan.server(), Role.DIM));
    if (plan.creates()) {
      lines.add(
          new Pane.Line("The database is missing: it is made first, and is empty.", Role.TEXT));
    }
    lines.add(
        new Pane.Line(
            plan.modules().stream().map(Afterwards::line).collect(Collectors.joining("\n")),
            Role.TEXT));
    plan.warnings().forEach(text -> lines.add(new Pane.Line("! " + text, Role.WARNING)));
    String question =
        "Deploy " + Numbers.of(plan.pending(), "change", "changes") + " to " + target + "?";
    return ui.show(NoticeView.ask(question, lines)) == 1;
  }

  private static String line(DeployPlan.Module module) {
    String there =
        module.deployed() > 0 ? ", " + Numbers.of(module.deployed()) + " there already" : "";
    return module.name() + ": " + Numbers.of(module.pending(), "change", "changes") + there;
  }

  private void run(
      String failed, ChangesView.Texts texts, Function<ProgressListener, Outcome> action) {
    ProgressBoard board = new ProgressBoard(clock);
    ChangesView view = new ChangesView(ui, texts, board, clock, after::cancel);
    CompletableFuture<Outcome> result =
        Background.start(ui, "pgstow-after", () -> action.apply(board));
    var unused =
        result.whenComplete((outcome, problem) -> ui.post(() -> ended(view, outcome, problem)));
    working = true;
    Outcome outcome;
    try {
      outcome = ui.show(view);
      working = false;
    } catch (Failure failure) {
      if (!result.isDone()) {
        leave(failure, result);
      }
      working = false;
      if (view.stopped().isEmpty() && Work.isFinal(failure)) {
        throw failure;
      }
      ui.show(
          view.stopped().isPresent()
              ? NoticeView.of(new Notice("Stopped", words(failure)), List.of("Back"))
              : NoticeView.failure(failed, failure, List.of("Back")));
      return;
    }
    ui.show(new OutcomeView(outcome));
  }

  /** The session ends while the work runs. A second Ctrl-C does not wait. */
  private void leave(Failure why, CompletableFuture<Outcome> work) {
    after.cancel();
    if (why.exitCode() != ExitCode.INTERRUPTED) {
      Background.settle(work);
    }
    throw why;
  }

  private static List<String> words(Failure failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    return failure.hint().isEmpty() ? List.of(message) : List.of(message, failure.hint());
  }

  private static void ended(
      ChangesView view, @Nullable Outcome outcome, @Nullable Throwable problem) {
    if (view.result().isPresent()) {
      return;
    }
    if (problem != null) {
      throw Work.failure(problem);
    }
    if (outcome != null) {
      view.finish(outcome);
    }
  }
}
