package dev.pgstow.doctor;

import dev.pgstow.failure.Failure;

/**
 * One thing that was looked at.
 *
 * @param topic what it is about, such as {@code server}
 * @param ident stable name in kebab-case; that of the failure it would be elsewhere
 * @param hint what to do; empty if there is nothing to do
 */
public record Finding(String topic, String ident, Severity severity, String message, String hint) {

  /** How bad it is. */
  public enum Severity {
    OK("ok"),
    /** Something to know: it keeps some command from working, which may not matter. */
    NOTE("note"),
    /** Something will go wrong sooner or later. */
    WARNING("warning"),
    /** Something does not work. */
    PROBLEM("problem");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    /** For people and JSON. */
    public String label() {
      return label;
    }
  }

  /** All is well. */
  public static Finding ok(String topic, String ident, String message) {
    return new Finding(topic, ident, Severity.OK, message, "");
  }

  /** Something to know. */
  public static Finding note(String topic, String ident, String message, String hint) {
    return new Finding(topic, ident, Severity.NOTE, message, hint);
  }

  /** Something that may go wrong. */
  public static Finding warning(String topic, String ident, String message, String hint) {
    return new Finding(topic, ident, Severity.WARNING, message, hint);
  }

  /** Something that does not work. */
  public static Finding problem(String topic, String ident, String message, String hint) {
    return new Finding(topic, ident, Severity.PROBLEM, message, hint);
  }

  /** What a command would have failed with. */
  public static Finding of(String topic, Failure failure, Severity severity) {
    return new Finding(topic, failure.ident(), severity, failure.getMessage(), failure.hint());
  }
}
