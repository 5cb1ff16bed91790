package dev.pgstow.wizard;

import java.util.ArrayList;
import java.util.List;

/**
 * Where else a question's screen leads.
 *
 * @param back whether there is a question before
 * @param reconnect whether the connection can be changed from here
 */
record Ways(boolean back, boolean reconnect) {

  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    if (back) {
      hints.add(new Hint(Action.BACK, "back"));
    }
    if (reconnect) {
      hints.add(new Hint(Action.CONNECTION, "connection"));
    }
    return hints;
  }
}
