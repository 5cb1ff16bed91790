package dev.pgstow.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something a person must hear about: what failed, on what and why ({@link #getMessage()}), and
 * what to do ({@link #hint()}). Front ends print message and hint; a stack trace only with {@code
 * --debug}. The {@link #ident()} is stable and asserted in tests.
 */
public class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final String ident;
  private final String hint;
  private final ExitCode exitCode;

  /**
   * A failure.
   *
   * @param ident stable name in kebab-case, such as {@code workspace-not-found}
   * @param message what failed, on what, and why, in the user's words; no secrets
   * @param hint what to do about it; empty if there is nothing to add
   */
  public Failure(
      ExitCode exitCode, String ident, String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.message = message;
    this.exitCode = exitCode;
    this.ident = ident;
    this.hint = hint;
  }

  /** The operation failed; nothing was left half-done. Exit 1. */
  public static Failure failed(String ident, String message, String hint) {
    return new Failure(ExitCode.FAILED, ident, message, hint, null);
  }

  /** As {@link #failed(String, String, String)}, with the exception that tells why. */
  public static Failure failed(String ident, String message, String hint, Throwable cause) {
    return new Failure(ExitCode.FAILED, ident, message, hint, cause);
  }

  /** A flag or an answer that can't be right. Exit 2. */
  public static Failure usage(String ident, String message, String hint) {
    return new Failure(ExitCode.USAGE, ident, message, hint, null);
  }

  /** The user said no, or went away from a prompt. Exit 5. */
  public static Failure declined(String ident, String message) {
    return new Failure(ExitCode.DECLINED, ident, message, "", null);
  }

  /** Ctrl-C. Exit 130. */
  public static Failure interrupted(String message) {
    return new Failure(ExitCode.INTERRUPTED, "interrupted", message, "", null);
  }

  /** What failed, on what, and why. */
  @Override
  public String getMessage() {
    return message;
  }

  /** Stable name of the kind of failure. */
  public final String ident() {
    return ident;
  }

  /** What to do; empty if there is nothing to add. */
  public final String hint() {
    return hint;
  }

  /** What the process should exit with. */
  public final ExitCode exitCode() {
    return exitCode;
  }
}
