package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.IOException;

/** The failure of a disk that does not take what is written to it. */
final class InstallWrite {
  private InstallWrite() {}

  static Failure failed(String what, IOException cause) {
    return Failure.failed(
        "install-write",
        "Installing " + what + " failed while writing: " + cause,
        "Check that the extensions folder is writable and its disk has room.",
        cause);
  }
}
