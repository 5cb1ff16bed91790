package dev.pgstow.postgres;

import java.io.File;
import java.net.SocketException;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketFactory;

/**
 * Makes pgjdbc connect to a Unix-domain socket, whatever host and port it asks for. Public, with
 * this constructor, because pgjdbc makes it by its name; nothing else loads it.
 */
public final class UnixSocketFactory extends AFUNIXSocketFactory {
  private final String path;

  /**
   * A factory for one socket.
   *
   * @param path of the socket; behind a {@code @}, in Linux's abstract namespace
   */
  public UnixSocketFactory(String path) {
    this.path = path;
  }

  @Override
  public boolean isHostnameSupported(String host) {
    return true;
  }

  @Override
  public AFUNIXSocketAddress addressFromHost(String host, int port) throws SocketException {
    return path.startsWith("@")
        ? AFUNIXSocketAddress.inAbstractNamespace(path.substring(1))
        : AFUNIXSocketAddress.of(new File(path));
  }
}
