package dev.pgstow.prompt;

import java.util.List;
import java.util.function.Predicate;

/**
 * An option of a list. Label, details and aliases may hold text from a database; front ends escape
 * them.
 *
 * @param value what the answer becomes
 * @param label what is shown
 * @param details further columns, such as counts
 * @param aliases other names it may be called by
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

  /**
   * The options a text names: the one with that value, else those with that label or alias, else
   * those whose value differs in case only.
   */
  public static List<Choice> named(String text, List<Choice> options) {
    List<Predicate<Choice>> ways =
        List.of(
            choice -> choice.value().equals(text),
            choice -> choice.label().equals(text) || choice.aliases().contains(text),
            choice -> choice.value().equalsIgnoreCase(text));
    return ways.stream()
        .map(way -> options.stream().filter(way).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }
}
