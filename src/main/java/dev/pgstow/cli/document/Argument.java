package dev.pgstow.cli.document;

import java.util.List;

/**
 * An option or an operand of a command.
 *
 * @param names the option's; an operand has none
 * @param label what stands for its value, such as {@code DIR}; empty for a switch
 * @param description one sentence or more
 * @param value what it takes
 * @param required whether the command fails without it
 * @param repeatable whether it may be given more than once
 */
public record Argument(
    List<String> names,
    String label,
    String description,
    Value value,
    boolean required,
    boolean repeatable) {
  public Argument {
    names = List.copyOf(names);
  }

  /** Whether a word follows it. */
  public boolean takesValue() {
    return !(value instanceof Value.None);
  }
}
