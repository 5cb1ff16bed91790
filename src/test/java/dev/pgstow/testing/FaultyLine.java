package dev.pgstow.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to the tests' server on which one thing goes wrong: at some byte of all that it carries in
 * one direction. What is garbled is cut soon after: TCP does not deliver wrong bytes on a line that
 * stays, and a garbled length has the other end wait for what nobody will send.
 */
public final class FaultyLine implements AutoCloseable {
  private static final int GARBLED_FOR_MILLIS = 300;
  private static final int DELAY_MILLIS = 400;

  /** What goes wrong. */
  public enum Kind {
    /** Ends in good order, as a server does that is stopped. */
    END,
    /** Is reset. */
    RESET,
    /** Is silent for a while. */
    DELAY,
    /** A byte is another one. */
    GARBLE
  }

  /**
   * A fault.
   *
   * @param at how many bytes get through before it
   */
  public record Fault(Kind kind, boolean fromServer, long at) {}

  private final ServerSocket socket;
  private final Optional<Fault> fault;
  private final AtomicLong fromServer = new AtomicLong();
  private final AtomicLong fromClient = new AtomicLong();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  private FaultyLine(Optional<Fault> fault) throws IOException {
    this.fault = fault;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    thread(this::accept);
  }

  /** A line on which nothing goes wrong, to measure what it carries. */
  public static FaultyLine sound() {
    return line(Optional.empty());
  }

  /** A line with a fault. */
  public static FaultyLine with(Fault fault) {
    return line(Optional.of(fault));
  }

  private static FaultyLine line(Optional<Fault> fault) {
    try {
      return new FaultyLine(fault);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it begins, on this machine. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Bytes it carried so far. */
  public long carried(boolean server) {
    return (server ? fromServer : fromClient).get();
  }

  private void accept() throws IOException {
    TestServer server = TestServer.shared();
    while (!socket.isClosed()) {
      Socket client = socket.accept();
      Socket behind = new Socket(server.host, server.port);
      open.add(client);
      open.add(behind);
      client.setTcpNoDelay(true);
      behind.setTcpNoDelay(true);
      thread(() -> carry(behind, client, true));
      thread(() -> carry(client, behind, false));
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void thread(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Somebody hung up, which is what all this is about.
              }
            },
            "faulty-line");
    thread.setDaemon(true);
    thread.start();
  }

  private void carry(Socket from, Socket to, boolean server) throws IOException {
    AtomicLong count = server ? fromServer : fromClient;
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        long before = count.getAndAdd(length);
        if (fault.isPresent()
            && fault.get().fromServer() == server
            && before <= fault.get().at()
            && fault.get().at() < before + length) {
          int at = (int) (fault.get().at() - before);
          if (!strike(fault.get().kind(), buffer, at, length, out, List.of(from, to))) {
            return;
          }
        } else {
          out.write(buffer, 0, length);
        }
      }
    }
  }

  /** Whether the line goes on. */
  private static boolean strike(
      Kind kind, byte[] buffer, int at, int length, OutputStream out, List<Socket> ends)
      throws IOException {
    out.write(buffer, 0, at);
    switch (kind) {
      case END -> {
        return false;
      }
      case RESET -> {
        for (Socket end : ends) {
          end.setSoLinger(true, 0);
        }
        return false;
      }
      case DELAY -> pause(DELAY_MILLIS);
      case GARBLE -> {
        buffer[at] ^= (byte) (1 << (at % 8));
        out.write(buffer, at, length - at);
        pause(GARBLED_FOR_MILLIS);
        return false;
      }
    }
    out.write(buffer, at, length - at);
    return true;
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket end : open) {
        end.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
