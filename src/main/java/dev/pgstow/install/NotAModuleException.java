package dev.pgstow.install;

import java.io.IOException;

/** A folder is no usable pgpm module. */
final class NotAModuleException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String why;

  NotAModuleException(String why) {
    super(why);
    this.why = why;
  }

  /** Completes "… can't be installed: ". */
  String why() {
    return why;
  }
}
