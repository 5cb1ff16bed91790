package dev.pgstow.cli;

import dev.pgstow.wizard.Ask;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import java.util.Optional;
import java.util.function.Supplier;

/** What was done where it belongs: there is nothing to put in place. */
record DoneAtOnce(Supplier<Outcome> outcome) implements Detour.Staged {
  @Override
  public Optional<Ask> question() {
    return Optional.empty();
  }

  @Override
  public Outcome commit() {
    return outcome.get();
  }

  @Override
  public void close() {
    // Nothing was put aside.
  }
}
