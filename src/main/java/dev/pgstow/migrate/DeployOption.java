package dev.pgstow.migrate;

/** What can be switched on for a deployment. */
public enum DeployOption {
  /** Make the database if it is missing. */
  CREATE_DATABASE,
  /** Record the changes as deployed without running their scripts. */
  LOG_ONLY,
  /**
   * Run each statement on its own, as {@code CREATE INDEX CONCURRENTLY} needs it. What a failure
   * leaves behind stays, and the change is reported as unfinished.
   */
  NO_TRANSACTION,
  /** Fail if the script of a deployed change has changed since. */
  STRICT,
  /** Pass on what the server says while scripts run. */
  NOTICES
}
