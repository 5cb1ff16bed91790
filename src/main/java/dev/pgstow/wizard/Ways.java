package dev.pgstow.wizard;

import java.util.ArrayList;
import java.util.List;

/**
 * Where else a question's screen leads.
 *
 * @param back whether there is a question before
 * @param reconnect whether the connection can be changed from here
 * @param others whether something else can be done with an answer
 */
record Ways(boolean back, boolean reconnect, boolean others) {

  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    if (back) {
      hints.add(new Hint(Action.BACK, "back"));
    }
    if (reconnect) {
      hints.add(new Hint(Action.CONNECTION, "connection"));
    }
    if (others) {
      hints.add(new Hint(Action.OTHERS, "other ways"));
    }
    return hints;
  }
}
