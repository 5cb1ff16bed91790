package dev.pgstow.wizard;

/**
 * One object in which a database and its source differ.
 *
 * @param object for people, such as {@code table app.users}
 * @param diff unified: from the source to what is live
 */
public record DriftFinding(Kind kind, String object, String diff) {

  /** What became of the object. */
  public enum Kind {
    UNDECLARED("undeclared", "+", Role.ADDED),
    MISSING("missing", "-", Role.REMOVED),
    CHANGED("changed", "~", Role.CHANGED);

    private final String label;
    private final String mark;
    private final Role role;

    Kind(String label, String mark, Role role) {
      this.label = label;
      this.mark = mark;
      this.role = role;
    }

    String label() {
      return label;
    }

    String mark() {
      return mark;
    }

    Role role() {
      return role;
    }
  }
}
