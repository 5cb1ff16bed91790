package dev.pgstow.config;

/**
 * What a value is the default of.
 *
 * @param command the command as it is typed, such as {@code data} or {@code data verify}; empty for
 *     every command that has the flag
 * @param flag the flag's long name without its dashes
 */
public record ConfigKey(String command, String flag) {

  /** As it is written with dots: {@code data.jobs}, {@code data.verify.quiet}, {@code host}. */
  @Override
  public String toString() {
    return command.isEmpty() ? flag : command.replace(' ', '.') + "." + flag;
  }
}
