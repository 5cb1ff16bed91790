package dev.pgstow.install;

import java.io.IOException;

/** A tarball holds what no module should; the message completes "The package …". */
final class UnsafeTarballException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsafeTarballException(String what) {
    super(what);
  }
}
