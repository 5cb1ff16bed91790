package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;

/** A wizard on a virtual terminal of 80x24, for tests of what scripts make of it. */
public final class VirtualWizard implements AutoCloseable {
  private final Session<ExportResult> session;

  /** Starts a script. */
  public VirtualWizard(WizardScript script) {
    session =
        new Session<>(
            80, 24, dev.pgstow.wizard.terminal.ColorDepth.NONE, w -> w.run(script).orElseThrow());
  }

  /** Presses keys one after the other. */
  public VirtualWizard press(KeyType... keys) {
    session.press(keys);
    return this;
  }

  /** Types over what a field holds. */
  public VirtualWizard fill(String text) {
    session.ctrl('u').type(text);
    return this;
  }

  /** Types characters, which may be keys. */
  public VirtualWizard type(String text) {
    session.type(text);
    return this;
  }

  /** Waits until the screen shows a text. */
  public VirtualWizard await(String text) {
    session.await(text);
    return this;
  }

  /** What the screen shows. */
  public String text() {
    return session.text();
  }

  /** What the run gave. */
  public ExportResult result() {
    return session.result();
  }

  @Override
  public void close() {
    session.close();
  }
}
