package dev.pgstow.wizard;

import java.util.List;

/**
 * What stands above the body.
 *
 * @param title what is being done
 * @param server the server, and its version
 * @param steps the way through, empty where there is none
 * @param current index of the step the person is at
 */
record Chrome(String title, String server, List<String> steps, int current) {
  Chrome {
    steps = List.copyOf(steps);
  }

  Chrome withTitle(String value) {
    return new Chrome(value, server, steps, current);
  }

  Chrome withServer(String value) {
    return new Chrome(title, value, steps, current);
  }

  Chrome withSteps(List<String> value) {
    return new Chrome(title, server, value, current);
  }

  /** At the step of that name; at none if there is no such step. */
  Chrome at(String step) {
    return new Chrome(title, server, steps, steps.indexOf(step));
  }
}
