package dev.pgstow.wizard;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work on a thread of its own. */
final class Background {
  private static final long PATIENCE_SECONDS = 20;

  private Background() {}

  /** What the work gives, or how it fails. */
  static <T> CompletableFuture<T> start(Ui ui, String name, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ui.inBackground(
        name,
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Lets work come to its end before the program does, so that nothing is left behind. */
  static void settle(CompletableFuture<?> work) {
    try {
      work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // What the person is told is why the session ended, not what that broke.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
