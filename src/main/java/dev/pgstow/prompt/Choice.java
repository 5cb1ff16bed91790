package dev.pgstow.prompt;

import java.util.List;

/**
 * An option of a list. Label, details and aliases may hold text from a database; front ends escape
 * them.
 *
 * @param value what the answer becomes
 * @param label what is shown
 * @param details further columns, such as counts
 * @param aliases other names a flag may call it by
 */
public record Choice(String value, String label, List<String> details, List<String> aliases) {
  /** Copies the lists. */
  public Choice {
    details = List.copyOf(details);
    aliases = List.copyOf(aliases);
  }

  /** An option without aliases. */
  public Choice(String value, String label, List<String> details) {
    this(value, label, details, List.of());
  }
}
