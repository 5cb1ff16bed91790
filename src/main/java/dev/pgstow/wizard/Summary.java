package dev.pgstow.wizard;

import java.util.List;

/**
 * What to say after an export.
 *
 * @param headline such as {@code Exported demo-crm}
 * @param command the command line that does it again, without secrets
 * @param next what to do next, a command with a few words each
 */
public record Summary(String headline, String command, List<Step> next) {
  /** Copies the list. */
  public Summary {
    next = List.copyOf(next);
  }

  /** A command, and what it is for. */
  public record Step(String command, String purpose) {}
}
