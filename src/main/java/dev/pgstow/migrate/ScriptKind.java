package dev.pgstow.migrate;

/** The three scripts of a change. */
enum ScriptKind {
  DEPLOY("deploy"),
  REVERT("revert"),
  VERIFY("verify");

  private final String folder;

  ScriptKind(String folder) {
    this.folder = folder;
  }

  /** The folder of a module that holds them; also the ledger's name for the event. */
  String folder() {
    return folder;
  }
}
