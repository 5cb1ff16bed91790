package dev.pgstow.postgres;

import java.util.OptionalInt;

/** Where scratch databases are made. */
public sealed interface ScratchPlace {

  /** A server of our own that is started for the purpose and goes again. */
  record Embedded() implements ScratchPlace {}

  /** A server named for the purpose ({@code --scratch-url}). */
  record Named(ConnectionSettings settings) implements ScratchPlace {}

  /** The server that is being looked at anyway ({@code --scratch-here}). */
  record Here(ConnectionSettings settings) implements ScratchPlace {}

  /**
   * The server, started if it is ours; the caller closes it.
   *
   * @param major the major version it must be of, such as 17; empty if any will do
   * @throws dev.pgstow.failure.Failure {@code scratch-version} if it is of another; {@code
   *     embedded-server}; as {@link Databases#connect}
   */
  default ScratchServer open(OptionalInt major) {
    return ScratchServer.open(this, major);
  }

  /**
   * As {@link #open}, where another major version will do if the wanted one is not at hand.
   *
   * @param major the one that is wanted
   */
  default ScratchServer openNear(OptionalInt major) {
    return ScratchServer.openNear(this, major);
  }
}
