package dev.pgstow.wizard;

import java.time.InstantSource;

/** Offers the detours of a notice until one is done, or the person goes back. */
final class DetourMenu {
  private final Ui ui;
  private final InstantSource clock;

  DetourMenu(Ui ui, InstantSource clock) {
    this.ui = ui;
    this.clock = clock;
  }

  /** Whether one was done; the person has seen what came of it. */
  boolean run(Notice notice) {
    int chosen = 0;
    while (true) {
      chosen = ui.show(new MenuView(notice, "Choose another database", chosen));
      if (chosen == notice.detours().size()) {
        return false;
      }
      if (new DetourFlow(ui, clock, notice.detours().get(chosen)).run()) {
        return true;
      }
    }
  }
}
