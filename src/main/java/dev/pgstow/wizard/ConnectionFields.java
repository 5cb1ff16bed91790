package dev.pgstow.wizard;

/**
 * How to reach a server, as a person edits it. {@link #toString()} leaves the password out.
 *
 * @param host name or address, or the folder of its socket
 * @param port a number
 * @param user role to log in as
 * @param password empty for what the password file or the environment says
 * @param sslmode one of libpq's
 */
public record ConnectionFields(
    String host, String port, String user, String password, String sslmode)
    implements SourceFields {

  /** {@code user@host:port}. */
  @Override
  public String toString() {
    return (user.isEmpty() ? "" : user + "@") + host + ":" + port;
  }
}
