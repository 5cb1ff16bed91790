package dev.pgstow.workspace;

/** A line of a plan, with the very characters it was read from, its end of line included. */
sealed interface PlanLine {

  /** The line as read. */
  String raw();

  /** A blank line or a comment. */
  record Filler(String raw) implements PlanLine {}

  /** {@code %name=value}. */
  record Pragma(String raw, String name, String value) implements PlanLine {}

  /** A change. */
  record OfChange(String raw, Change change) implements PlanLine {}

  /** A tag. */
  record OfTag(String raw, Tag tag) implements PlanLine {}
}
