package dev.pgstow.rows;

/** A thread's work ends because that of another has failed or was cancelled. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Stopped() {
    super("stopped", null, false, false);
  }

  /** To throw where a thread noticed its interruption, which stays set. */
  static Stopped here() {
    Thread.currentThread().interrupt();
    return new Stopped();
  }
}
