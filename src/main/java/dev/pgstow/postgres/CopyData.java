package dev.pgstow.postgres;

import java.io.IOException;

/** Takes the messages of a COPY as the server sends them. */
@FunctionalInterface
public interface CopyData {
  /** One message, which is one row in every format; the array is the handler's to keep. */
  void message(byte[] bytes) throws IOException;
}
