package dev.pgstow.wizard.terminal;

import java.io.IOException;

/** Characters of a terminal, one at a time, with a limit to the waiting. */
@FunctionalInterface
interface CharSource {
  /** No more characters will come. */
  int EOF = -1;

  /** None came in time. */
  int EXPIRED = -2;

  /**
   * The next character.
   *
   * @param millis how long to wait for it; 0 for as long as it takes
   */
  int read(long millis) throws IOException;
}
