package dev.pgstow.workspace;

/**
 * Lines of a plan as pgpm writes them. Planner and note are always written: without them pgpm
 * rejects its whole plan.
 */
final class PlanText {
  /** The time pgpm gives every exported change, so that exports are the same each time. */
  private static final String FROZEN_TIME = "2017-08-11T08:11:51Z";

  private static final String NO_EMAIL_HOST = "5b0c196eeb62";

  private PlanText() {}

  static String header(String project) {
    return "%syntax-version=1.0.0\n%project=" + project + "\n%uri=" + project + "\n\n";
  }

  /** A change's line, without its end. */
  static String changeLine(PlannedChange change, String planner) {
    StringBuilder line = new StringBuilder(change.name());
    if (!change.dependencies().isEmpty()) {
      line.append(" [").append(String.join(" ", change.dependencies())).append(']');
    }
    String note = OneLine.of(change.note());
    return line.append(' ')
        .append(FROZEN_TIME)
        .append(' ')
        .append(planner)
        .append(" # ")
        .append(note.isEmpty() ? "add " + change.name() : note)
        .toString();
  }

  /** A tag's line, without its end. */
  static String tagLine(Tag tag) {
    String note = OneLine.of(tag.note());
    return "@"
        + tag.name()
        + " "
        + tag.timestamp()
        + " "
        + planner(tag.planner())
        + " # "
        + (note.isEmpty() ? tag.name() : note);
  }

  /** {@code Name <email>} of an author, whatever that holds. */
  static String planner(String author) {
    String line = OneLine.of(author.replace('#', ' '));
    int open = line.indexOf('<');
    String name = OneLine.of((open < 0 ? line : line.substring(0, open)).replace('>', ' '));
    String email =
        open < 0 ? "" : OneLine.of(line.substring(open).replace('<', ' ').replace('>', ' '));
    if (name.isEmpty()) {
      name = email.isEmpty() ? "pgstow" : email;
    }
    return name + " <" + (email.isEmpty() ? name + "@" + NO_EMAIL_HOST : email) + ">";
  }
}
