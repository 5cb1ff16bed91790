package dev.pgstow.wizard;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to what is read, each as the person left it, and the one that is taken.
 *
 * @param all one of each kind
 * @param taken index of the one that is taken
 */
record WaysIn(List<SourceFields> all, int taken) {
  WaysIn {
    all = List.copyOf(all);
  }

  /** The first is taken; the form shows them in an order of their own. */
  static WaysIn of(SourceFields first, List<SourceFields> others) {
    List<SourceFields> all = new ArrayList<>(others);
    if (first instanceof ConnectionFields) {
      all.add(0, first);
    } else {
      all.add(first);
    }
    return new WaysIn(all, all.indexOf(first));
  }

  SourceFields chosen() {
    return all.get(taken);
  }
}
