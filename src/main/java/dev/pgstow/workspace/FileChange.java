package dev.pgstow.workspace;

/**
 * A file of a module that a swap would touch.
 *
 * @param path relative to the module, with slashes
 * @param handEdited whether it was edited by hand since the last export
 */
public record FileChange(String path, Kind kind, boolean handEdited) {

  /** What happens to it. */
  public enum Kind {
    NEW,
    CHANGED,
    REMOVED
  }
}
