package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;

/** What a call meets when another thread has closed the staging. */
final class StageClosed {
  private StageClosed() {}

  static Failure failure() {
    return Failure.failed("staging-closed", "The export was cancelled; nothing was changed.", "");
  }
}
