package dev.pgstow.postgres;

import java.util.Optional;

/**
 * What the command line says about the connection, unchecked; empty where it says nothing.
 *
 * @param url a {@code postgresql://} or {@code jdbc:postgresql://} URL, or libpq's keyword=value
 *     text
 */
public record ConnectionFlags(
    Optional<String> url,
    Optional<String> host,
    Optional<String> port,
    Optional<String> user,
    Optional<String> database,
    Optional<String> sslMode) {

  /** Nothing said. */
  public static ConnectionFlags none() {
    return new ConnectionFlags(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Only a URL. */
  public static ConnectionFlags url(String url) {
    return new ConnectionFlags(
        Optional.of(url),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Without the URL, which can hold a password. */
  @Override
  public String toString() {
    return "ConnectionFlags[host=%s, port=%s, user=%s, database=%s, sslMode=%s, url %s]"
        .formatted(host, port, user, database, sslMode, url.isPresent() ? "given" : "not given");
  }
}
