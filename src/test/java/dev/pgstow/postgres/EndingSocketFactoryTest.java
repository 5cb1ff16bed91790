package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class EndingSocketFactoryTest {
  @Test
  void aStreamSkipsWhatIsThereAndThenSaysThatItEnded() throws IOException {
    InputStream in =
        new EndingSocketFactory.EndingStream(new ByteArrayInputStream(new byte[] {1, 2, 3}));
    assertEquals(0, in.skip(0));
    assertEquals(3, in.skip(10));
    assertThrows(EOFException.class, () -> in.skip(10));
  }

  @Test
  void aStreamThatHasNothingYetIsNotAtItsEnd() throws IOException {
    InputStream slow =
        new ByteArrayInputStream(new byte[] {1, 2}) {
          @Override
          public synchronized long skip(long count) {
            return 0;
          }
        };
    assertEquals(1, new EndingSocketFactory.EndingStream(slow).skip(10));
    assertEquals(2, slow.read());
  }

  @Test
  void socketsConnectAndEnd() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket =
            new EndingSocketFactory()
                .createSocket(server.getInetAddress(), server.getLocalPort())) {
      server.accept().close();
      assertThrows(EOFException.class, () -> socket.getInputStream().skip(10));
    }
  }
}
