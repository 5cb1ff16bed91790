package dev.pgstow.postgres;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that say when they end. pgjdbc skips a value that is too long for the heap by asking for
 * it again and again, and a stream that has ended skips nothing without a word: a server, or a
 * garbled line, that announces a huge value and hangs up would keep it busy for ever. Public for
 * pgjdbc, which makes it by its name.
 */
public final class EndingSocketFactory extends SocketFactory {

  @Override
  public Socket createSocket() {
    return new EndingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(localHost, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private static final class EndingSocket extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new EndingStream(super.getInputStream());
    }
  }

  /** A stream that can't skip is at its end. */
  static final class EndingStream extends FilterInputStream {
    EndingStream(InputStream in) {
      super(in);
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      if (skipped == 0 && count > 0) {
        if (read() < 0) {
          throw new EOFException();
        }
        return 1;
      }
      return skipped;
    }
  }
}
