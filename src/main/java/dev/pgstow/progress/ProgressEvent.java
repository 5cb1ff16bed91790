package dev.pgstow.progress;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What an engine tells while it works. Events are immutable and may be handed to another thread.
 */
public sealed interface ProgressEvent {

  /** A phase began; {@code total} is the number of items it will go through, where known. */
  record PhaseStarted(Phase phase, OptionalLong total) implements ProgressEvent {}

  /** A phase came further: {@code done} items of it, cumulative. Sent at a bounded rate. */
  record PhaseAdvanced(Phase phase, long done, long bytes) implements ProgressEvent {}

  /** A phase ended after {@code done} items. */
  record PhaseFinished(Phase phase, long done, Duration elapsed) implements ProgressEvent {}

  /** A table is being read; {@code rows} is its number of rows, where known. */
  record TableStarted(String table, OptionalLong rows) implements ProgressEvent {}

  /** Rows and bytes read of a table so far, cumulative. Sent at a bounded rate. */
  record TableAdvanced(String table, long rows, long bytes) implements ProgressEvent {}

  /** A table is read to its end. */
  record TableFinished(String table, long rows, long bytes, Duration elapsed)
      implements ProgressEvent {}

  /**
   * A change of a module is about to be deployed, verified or reverted: the {@code number}th, from
   * 1, of {@code total} of its module.
   */
  record ChangeStarted(Activity activity, String module, String change, int number, int total)
      implements ProgressEvent {}

  /** It is done; one that failed has no such event. */
  record ChangeFinished(Activity activity, String module, String change, Duration elapsed)
      implements ProgressEvent {}

  /** A module is done: {@code changes} of it were deployed, verified or reverted. */
  record ModuleFinished(Activity activity, String module, int changes, Duration elapsed)
      implements ProgressEvent {}

  /** The server's word on a script, such as a NOTICE; sent on request only. */
  record ServerNotice(String severity, String message) implements ProgressEvent {}

  /** Something worth saying that does not stop the work. */
  record Warning(String message) implements ProgressEvent {}
}
