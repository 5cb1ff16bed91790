package dev.pgstow.workspace;

import java.util.List;

/**
 * A change of a plan.
 *
 * @param dependencies references, as written between the brackets
 * @param timestamp as written, such as {@code 2017-08-11T08:11:51Z}; empty if there is none
 * @param planner as written, such as {@code Name <email>}; empty if there is none
 * @param note what follows the {@code #}; empty if there is none
 */
public record Change(
    String name, List<String> dependencies, String timestamp, String planner, String note) {
  /** Copies the list. */
  public Change {
    dependencies = List.copyOf(dependencies);
  }
}
