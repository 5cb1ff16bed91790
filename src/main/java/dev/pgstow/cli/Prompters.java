package dev.pgstow.cli;

import dev.pgstow.prompt.LinePrompter;
import dev.pgstow.prompt.NoInputPrompter;
import dev.pgstow.prompt.Prompter;
import java.util.Optional;

/** Who answers questions in a run: a person at a terminal, opened when first needed, or nobody. */
final class Prompters implements AutoCloseable {
  private final boolean canAsk;
  private Optional<LinePrompter> lines = Optional.empty();

  Prompters(Surroundings surroundings, GlobalOptions global) {
    this.canAsk = surroundings.canAsk() && !global.noInput && !global.json;
  }

  /** Whether a person can be asked. */
  boolean canAsk() {
    return canAsk;
  }

  Prompter prompter() {
    return canAsk ? lines() : new NoInputPrompter();
  }

  /** Asks for a password; empty if nobody is there or nothing was typed. */
  Optional<String> password(String message) {
    return canAsk ? lines().secret(message) : Optional.empty();
  }

  /** Asks for a line of text; empty if nobody is there or nothing was typed. */
  Optional<String> text(String message) {
    return canAsk ? lines().line(message) : Optional.empty();
  }

  private LinePrompter lines() {
    if (lines.isEmpty()) {
      lines = Optional.of(LinePrompter.onTerminal());
    }
    return lines.orElseThrow();
  }

  @Override
  public void close() {
    lines.ifPresent(LinePrompter::close);
    lines = Optional.empty();
  }
}
