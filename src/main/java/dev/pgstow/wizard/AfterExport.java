package dev.pgstow.wizard;

import dev.pgstow.progress.ProgressListener;

/**
 * What can be done with modules that were just exported.
 *
 * <p>Methods marked <em>background</em> are called on a thread of their own, one at a time; they
 * may take long, and throw {@link dev.pgstow.failure.Failure}, which is shown. All others must
 * return at once and are called on the thread that draws, but for {@link #cancel()}.
 */
public interface AfterExport {

  /** Whether {@link #prove} is offered. */
  boolean canProve();

  /** Background. Shows on a scratch database that the modules are right. */
  Outcome prove(ProgressListener listener);

  /** Where to deploy to, unless the person changes it. */
  DeployTarget target();

  /** Background. What deploying there would do; connects, and changes nothing. */
  DeployPlan plan(DeployTarget target);

  /** Background. Deploys and verifies. */
  Outcome deploy(DeployTarget target, ProgressListener listener);

  /**
   * Stops what runs in the background, with what it did rolled back. May come from any thread, also
   * when nothing runs; must not wait.
   */
  void cancel();
}
