package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what may take its time away from the screen, and shows that it is running. */
final class Work {
  private static final long UNNOTICED_MILLIS = 60;

  private final Ui ui;
  private final InstantSource clock;
  private final Runnable cancel;

  /** Work that {@code cancel} stops, at the server too. */
  Work(Ui ui, InstantSource clock, Runnable cancel) {
    this.ui = ui;
    this.clock = clock;
    this.cancel = cancel;
  }

  /**
   * What the work gives, or Back if the person stopped waiting.
   *
   * @throws Failure the work's own, or interrupted
   */
  <T> Reply<T> run(String what, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = ui.inBackground("pgstow-work", () -> complete(result, work));
    try {
      return new Reply.Given<>(result.get(UNNOTICED_MILLIS, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return wait(what, result, thread);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted("Interrupted.");
    }
  }

  private <T> Reply<T> wait(String what, CompletableFuture<T> result, Thread thread) {
    LoadingView<T> view =
        new LoadingView<>(
            what,
            clock,
            () -> {
              cancel.run();
              thread.interrupt();
            });
    var unused =
        result.whenComplete(
            (value, problem) ->
                ui.post(
                    () -> {
                      if (view.result().isPresent()) {
                        return;
                      }
                      if (problem != null) {
                        throw failure(problem);
                      }
                      view.finish(new Reply.Given<>(value));
                    }));
    return ui.show(view);
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
    try {
      result.complete(work.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  /**
   * As {@link #run}; a failure is shown, and the person may try again or go back.
   *
   * @param way what going back is called on the button
   */
  <T> Reply<T> insist(String what, String way, Callable<T> work) {
    while (true) {
      try {
        return run(what, work);
      } catch (Failure failure) {
        if (isFinal(failure)) {
          throw failure;
        }
        if (ui.show(NoticeView.failure(what, failure, List.of("Try again", way))) == 1) {
          return new Reply.Back<>();
        }
      }
    }
  }

  /** Whether it is the person's own wish to stop, or there is no one to ask any more. */
  static boolean isFinal(Failure failure) {
    return switch (failure.exitCode()) {
      case DECLINED, INTERRUPTED, HUNG_UP, TERMINATED -> true;
      default -> false;
    };
  }

  static Failure failure(Throwable problem) {
    if (problem instanceof Failure failure) {
      return failure;
    }
    String words = problem.getMessage() == null ? problem.toString() : problem.getMessage();
    return Failure.failed(
        problem instanceof IOException ? "file-trouble" : "unexpected",
        words,
        "Run it again with --debug to see where this comes from.",
        problem);
  }
}
