package dev.pgstow.migrate;

import dev.pgstow.progress.Activity;

/** The three scripts of a change. */
enum ScriptKind {
  DEPLOY("deploy", Activity.DEPLOY),
  REVERT("revert", Activity.REVERT),
  VERIFY("verify", Activity.VERIFY);

  private final String folder;
  private final Activity activity;

  ScriptKind(String folder, Activity activity) {
    this.folder = folder;
    this.activity = activity;
  }

  /** The folder of a module that holds them; also the ledger's name for the event. */
  String folder() {
    return folder;
  }

  Activity activity() {
    return activity;
  }
}
