package dev.pgstow.progress;

/** The steps of an export or a dump, in order. */
public enum Phase {
  SCHEMAS("schemas"),
  ACTIONS("sql_actions"),
  METADATA("metadata"),
  CATALOG("catalog"),
  DUMP("files"),
  FILES("plan and control files"),
  COMPARE("compare with what is there"),
  REPLACE("replace");

  private final String label;

  Phase(String label) {
    this.label = label;
  }

  /** As shown on the progress board and written to event streams. */
  public String label() {
    return label;
  }
}
