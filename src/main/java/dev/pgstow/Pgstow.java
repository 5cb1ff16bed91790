package dev.pgstow;

import dev.pgstow.cli.PgstowCommandLine;
import dev.pgstow.cli.Surroundings;

/** The program's entry point. */
public final class Pgstow {
  private Pgstow() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(new PgstowCommandLine(Surroundings.ofProcess()).run(arguments));
  }
}
