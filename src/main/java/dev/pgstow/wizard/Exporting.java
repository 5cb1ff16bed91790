package dev.pgstow.wizard;

import dev.pgstow.export.ExportResult;
import dev.pgstow.export.StagedExport;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
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
    return stage(view, () -> script.stage(answers, board), StagedExport::close, script::cancel);
  }

  /**
   * As {@link #stage(WizardScript, Answers)}, for anything that is written aside.
   *
   * @param drop removes what was staged after all
   */
  <S> S stage(RunningView<S> view, Callable<S> work, Consumer<S> drop, Runnable cancel) {
    CompletableFuture<S> result = Background.start(ui, "pgstow-export", work);
    var unused =
        result.whenComplete((staged, problem) -> ui.post(() -> ended(view, staged, problem)));
    try {
      S staged = ui.show(view);
      // The work may have come to its end while the person was asked whether to stop it.
      view.stopped()
          .ifPresent(
              wish -> {
                throw wish;
              });
      return staged;
    } catch (RuntimeException e) {
      cancel.run();
      CompletableFuture<Void> dropped = result.thenAccept(drop);
      // A second Ctrl-C does not wait.
      if (!(e instanceof Failure failure) || failure.exitCode() != ExitCode.INTERRUPTED) {
        Background.settle(dropped);
      }
      throw e;
    }
  }

  private static <S> void ended(
      RunningView<S> view, @Nullable S staged, @Nullable Throwable problem) {
    if (view.stopped().isPresent()) {
      throw told(view.stopped().get(), problem);
    }
    if (staged != null) {
      view.finish(staged);
    } else if (problem != null) {
      throw Work.failure(problem);
    }
  }

  /** The person's wish; in the words of the work, which knows what became of it. */
  private static Failure told(Failure wish, @Nullable Throwable problem) {
    return problem instanceof Failure work && work.ident().equals("interrupted")
        ? new Failure(
            wish.exitCode(), wish.ident(), String.valueOf(work.getMessage()), work.hint(), work)
        : wish;
  }

  /** Swaps the modules in. From here on there is no way back: Ctrl-C waits for the end. */
  ExportResult commit(StagedExport staged) {
    return commit("Putting the modules in place", staged::commit);
  }

  /** As {@link #commit(StagedExport)}, for anything that is swapped in. */
  <R> R commit(String what, Callable<R> commit) {
    ReplacingView<R> view = new ReplacingView<>(what, clock);
    CompletableFuture<R> result = Background.start(ui, "pgstow-replace", commit);
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
    try {
      return ui.show(view);
    } catch (RuntimeException e) {
      Background.settle(result);
      throw e;
    }
  }
}
