package dev.pgstow.postgres;

/**
 * Where a server listens.
 *
 * @param host a host name, an address, the folder of a Unix-domain socket ({@code
 *     /var/run/postgresql}) or the prefix of an abstract one ({@code @name})
 * @param port 1 to 65535; part of the socket's name too
 */
public record HostPort(String host, int port) {
  /** The port servers use if nobody says otherwise. */
  public static final int DEFAULT_PORT = 5432;

  /** Whether it is a Unix-domain socket. */
  public boolean isSocket() {
    return host.startsWith("/") || host.startsWith("@");
  }

  /** The name of the socket: libpq's {@code UNIXSOCK_PATH}. */
  String socketPath() {
    return host + "/.s.PGSQL." + port;
  }

  /** {@code host:port}, with IPv6 addresses in brackets. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port;
  }
}
