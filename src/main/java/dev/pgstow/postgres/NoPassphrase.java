package dev.pgstow.postgres;

import java.io.IOException;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;

/**
 * Refuses to ask for a key's passphrase: the driver would read the terminal, which may be showing
 * screens. Public, with a constructor without arguments, for the driver.
 */
public final class NoPassphrase implements CallbackHandler {

  /** A passphrase was asked for. */
  static final class Wanted extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void handle(Callback[] callbacks) throws IOException {
    throw new Wanted();
  }
}
