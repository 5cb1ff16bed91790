package dev.pgstow.postgres;

/** Text that must not be shown, such as a password. Only {@link #reveal()} gives it away. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
