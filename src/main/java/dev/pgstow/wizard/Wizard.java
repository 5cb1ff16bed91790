package dev.pgstow.wizard;

import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Prompter;
import dev.pgstow.wizard.terminal.JLineTerminal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A session on full screens. It owns the terminal from opening to closing; the thread that calls
 * {@link #run} or the prompter is the one that draws.
 */
public final class Wizard implements AutoCloseable {
  private final Ui ui;
  private final InstantSource clock;

  private Wizard(Ui ui, InstantSource clock) {
    this.ui = ui;
    this.clock = clock;
  }

  /** Takes the terminal over. Closing the wizard closes the terminal too. */
  public static Wizard open(JLineTerminal terminal, Theme theme) {
    Wizard wizard = open(Console.of(terminal), theme, InstantSource.system());
    terminal.onInterrupt(wizard.ui::interrupt);
    terminal.onResize(() -> wizard.ui.post(() -> {}));
    return wizard;
  }

  static Wizard open(Console console, Theme theme, InstantSource clock) {
    return new Wizard(new Ui(console, theme), clock);
  }

  Ui ui() {
    return ui;
  }

  /**
   * Leads a person through an export.
   *
   * @return what was exported, empty if another way was taken; the person has seen it
   * @throws dev.pgstow.failure.Failure {@code declined} (exit 5) if the person leaves or says no,
   *     {@code interrupted} (130) on Ctrl-C, the export's own failure if the person gives up on it;
   *     nothing was written in any of these cases
   */
  public Optional<ExportResult> run(WizardScript script) {
    return new WizardFlow(ui, clock, script).run();
  }

  /**
   * A prompter on the same screens.
   *
   * @param cancel stops what a question's options are waiting for; called on any thread
   */
  public Prompter prompter(Runnable cancel) {
    return new ScreenPrompter(ui, new Work(ui, clock, cancel));
  }

  /**
   * Shows what a database and its source differ in, each object with its diff.
   *
   * @param title both, for people
   * @return whether the person wants what is undeclared pulled
   */
  public boolean browse(String title, List<DriftFinding> findings) {
    ui.chrome(new Chrome("drift", "", List.of(), -1));
    return ui.show(new DriftView(ui, title, findings));
  }

  /** Ends the session soon, from any thread: whatever is shown fails with this. */
  public void end(Failure failure) {
    ui.post(
        () -> {
          throw failure;
        });
  }

  /** Gives the terminal back as it was. */
  @Override
  public void close() {
    ui.close();
  }
}
