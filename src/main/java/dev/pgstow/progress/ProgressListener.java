package dev.pgstow.progress;

/**
 * Receives an engine's events. Called on the engine's threads, one at a time; it must return
 * quickly and must not throw.
 */
@FunctionalInterface
public interface ProgressListener {

  /** One event. */
  void on(ProgressEvent event);

  /** A listener that drops everything. */
  static ProgressListener none() {
    return event -> {};
  }
}
