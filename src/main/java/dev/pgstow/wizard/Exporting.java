package dev.pgstow.wizard;

import dev.pgstow.export.ExportResult;
import dev.pgstow.export.StagedExport;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs an export behind its progress board, and the swap behind a last wait. */
final class Exporting {
  private static final long PATIENCE_SECONDS = 20;

  private final Ui ui;
  private final InstantSource clock;

  Exporting(Ui ui, InstantSource clock) {
    this.ui = ui;
    this.clock = clock;
  }

  /**
   * The staged export; the caller closes it.
   *
   * @throws Failure the engine's own, or the person's wish to stop; nothing is left behind then
   */
  StagedExport stage(WizardScript script, Answers answers) {
    ProgressBoard board = new ProgressBoard(clock);
    ProgressView<StagedExport> view =
        new ProgressView<>(ui, script.working(answers), board, clock, script::cancel);
    CompletableFuture<StagedExport> result = new CompletableFuture<>();
    var unused =
        result.whenComplete((staged, problem) -> ui.post(() -> ended(view, staged, problem)));
    ui.inBackground(
        "pgstow-export",
        () -> {
          try {
            result.complete(script.stage(answers, board));
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return ui.show(view);
    } catch (RuntimeException e) {
      script.cancel();
      CompletableFuture<Void> dropped = result.thenAccept(StagedExport::close);
      // A second Ctrl-C does not wait.
      if (!(e instanceof Failure failure) || failure.exitCode() != ExitCode.INTERRUPTED) {
        settle(dropped);
      }
      throw e;
    }
  }

  /** Lets work come to its end before the program does, so that nothing is left behind. */
  private static void settle(CompletableFuture<?> work) {
    try {
      work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // What the person is told is why the session ended, not what that broke.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ended(
      ProgressView<StagedExport> view, @Nullable StagedExport staged, @Nullable Throwable problem) {
    if (view.stopped().isPresent()) {
      throw view.stopped().get();
    }
    if (staged != null) {
      view.finish(staged);
    } else if (problem != null) {
      throw Work.failure(problem);
    }
  }

  /** Swaps the modules in. From here on there is no way back: Ctrl-C waits for the end. */
  ExportResult commit(StagedExport staged) {
    ReplacingView<ExportResult> view = new ReplacingView<>(clock);
    CompletableFuture<ExportResult> result = new CompletableFuture<>();
    var unused =
        result.whenComplete(
            (done, problem) ->
                ui.post(
                    () -> {
                      if (problem != null) {
                        throw Work.failure(problem);
                      }
                      view.finish(done);
                    }));
    ui.inBackground(
        "pgstow-replace",
        () -> {
          try {
            result.complete(staged.commit());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    try {
      return ui.show(view);
    } catch (RuntimeException e) {
      settle(result);
      throw e;
    }
  }
}
