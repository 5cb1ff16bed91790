package dev.pgstow.wizard;

import dev.pgstow.export.ExportResult;
import dev.pgstow.export.StagedExport;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs an export behind its progress board, and the swap behind a last wait. */
final class Exporting {
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
    } catch (Failure failure) {
      var dropped = result.thenAccept(StagedExport::close);
      throw failure;
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
    ui.inBackground(
        "pgstow-replace",
        () -> {
          try {
            ExportResult result = staged.commit();
            ui.post(() -> view.finish(result));
          } catch (Exception e) {
            ui.post(
                () -> {
                  throw Work.failure(e);
                });
          }
        });
    return ui.show(view);
  }
}
