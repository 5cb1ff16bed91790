package dev.pgstow.wizard;

import java.time.InstantSource;

/** Offers the detours of a notice. */
final class DetourMenu {
  private final Ui ui;
  private final InstantSource clock;
  private final Notice notice;

  DetourMenu(Ui ui, InstantSource clock, Notice notice) {
    this.ui = ui;
    this.clock = clock;
    this.notice = notice;
  }

  /** How the detour that was taken ended; {@code BACK} to choose another answer. */
  DetourFlow.End run() {
    int chosen = 0;
    while (true) {
      chosen = ui.show(new MenuView(notice, "Choose another database", chosen));
      if (chosen == notice.detours().size()) {
        return DetourFlow.End.BACK;
      }
      DetourFlow.End end = new DetourFlow(ui, clock, notice.detours().get(chosen)).run();
      if (end != DetourFlow.End.BACK) {
        return end;
      }
    }
  }
}
