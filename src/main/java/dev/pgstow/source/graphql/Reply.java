package dev.pgstow.source.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** A server's answer, its body yet to be read; closing it lets the connection go. */
record Reply(int status, String contentType, Optional<String> retryAfter, Body body)
    implements AutoCloseable {

  boolean isJson() {
    return contentType.toLowerCase(Locale.ROOT).contains("json");
  }

  boolean isHtml() {
    return contentType.toLowerCase(Locale.ROOT).contains("html");
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  /** A body's text, with a count of the bytes that came over the wire. */
  interface Body extends AutoCloseable {
    InputStream stream();

    long bytes();

    /** Whether reading ended because it took too long. */
    boolean isTimedOut();

    @Override
    void close() throws IOException;
  }
}
