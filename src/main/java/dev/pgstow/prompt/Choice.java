package dev.pgstow.prompt;

import java.util.List;

/**
 * An option of a list. Label and details may hold text from a database; front ends escape them.
 *
 * @param value what the answer becomes
 * @param label what is shown
 * @param details further columns, such as counts
 */
public record Choice(String value, String label, List<String> details) {
  /** Copies the list. */
  public Choice {
    details = List.copyOf(details);
  }
}
