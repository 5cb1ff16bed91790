package dev.pgstow.failure;

/** The exit codes of the command line; the numbers are part of the interface. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  VERIFICATION(3),
  DRIFT(4),
  DECLINED(5),
  HUNG_UP(129),
  INTERRUPTED(130),
  TERMINATED(143);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number a shell sees. */
  public int code() {
    return code;
  }
}
