package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.terminal.Terminal;
import dev.pgstow.wizard.terminal.JLineTerminal;
import java.io.IOException;

/**
 * A terminal, and what Lanterna's interface has no word for.
 *
 * @param terminal what is drawn on
 * @param keys waits for the next key; called by one thread of its own
 * @param suspend stops the process until it is continued, as Ctrl-Z does
 * @param unicode whether it shows more than ASCII
 */
record Console(Terminal terminal, Keys keys, Suspend suspend, boolean unicode) {

  /** Where keys come from. */
  @FunctionalInterface
  interface Keys {
    KeyStroke next() throws IOException;
  }

  /** What suspends. */
  @FunctionalInterface
  interface Suspend {
    void now() throws IOException;
  }

  static Console of(JLineTerminal terminal) {
    return new Console(terminal, terminal::readInput, terminal::suspend, terminal.isUnicode());
  }
}
