package dev.pgstow.progress;

/** What is done to the changes of a module. */
public enum Activity {
  DEPLOY("deploy"),
  VERIFY("verify"),
  REVERT("revert");

  private final String label;

  Activity(String label) {
    this.label = label;
  }

  /** As shown and written to event streams. */
  public String label() {
    return label;
  }
}
