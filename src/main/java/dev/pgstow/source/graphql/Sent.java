package dev.pgstow.source.graphql;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A request that is on its way before its answer is wanted. Taken or abandoned once. */
final class Sent {
  private final byte[] body;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();

  private Sent(byte[] body) {
    this.body = body;
  }

  /** Sends. */
  @FunctionalInterface
  interface Sender {
    Reply send(byte[] body) throws IOException;
  }

  /** Begins to send, on a thread of its own. */
  static Sent begin(byte[] body, Sender sender) {
    Sent sent = new Sent(body);
    Thread thread =
        new Thread(
            () -> {
              try {
                sent.reply.complete(sender.send(body));
              } catch (IOException | RuntimeException | Error e) {
                sent.reply.completeExceptionally(e);
              }
            },
            "graphql request");
    thread.setDaemon(true);
    thread.start();
    return sent;
  }

  boolean isOf(byte[] wanted) {
    return Arrays.equals(body, wanted);
  }

  /** The answer; the caller closes it. Throws what sending threw. */
  Reply take() throws IOException {
    try {
      return reply.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Nobody wants the answer any more. */
  void abandon() {
    reply.thenAccept(
        it -> {
          try {
            it.close();
          } catch (IOException e) {
            // It was not wanted.
            return;
          }
        });
  }
}
