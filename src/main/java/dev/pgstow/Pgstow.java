package dev.pgstow;

/** The program's entry point. */
public final class Pgstow {
  private Pgstow() {}

  /** Runs the command line and exits with its code. */
  public static void main(String[] args) {
    System.exit(0);
  }
}
