package dev.pgstow.wizard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * How to reach a GraphQL API, as a person edits it. Token and headers may be secrets: {@link
 * #toString()} has none of them.
 *
 * @param endpoint URL of the API with the metadata tables
 * @param token bearer token; empty for the one that {@code tokenSource} names
 * @param tokenSource where a token comes from if none is typed, such as {@code PGSTOW_TOKEN}; empty
 *     if nowhere
 * @param headers for the endpoint, {@code Name: value} each
 * @param databaseId a uuid, for servers that list nothing without one; mostly empty
 * @param migrateEndpoint URL of the API with {@code sql_actions}; empty if there is none
 * @param migrateHost its Host header; empty for the URL's host
 * @param migrateHeaders for the migrate endpoint, {@code Name: value} each
 */
public record ApiFields(
    String endpoint,
    String token,
    String tokenSource,
    List<String> headers,
    String databaseId,
    String migrateEndpoint,
    String migrateHost,
    List<String> migrateHeaders)
    implements SourceFields {
  private static final String UNKNOWN = "the GraphQL API";

  /** Copies the lists. */
  public ApiFields {
    headers = List.copyOf(headers);
    migrateHeaders = List.copyOf(migrateHeaders);
  }

  /** Nothing but an endpoint. */
  public static ApiFields of(String endpoint) {
    return new ApiFields(endpoint, "", "", List.of(), "", "", "", List.of());
  }

  /** The endpoint without user, password and query, which may hold secrets. */
  @Override
  public String toString() {
    try {
      URI uri = new URI(endpoint.strip());
      if (uri.getScheme() == null || uri.getHost() == null) {
        return UNKNOWN;
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    } catch (URISyntaxException e) {
      return UNKNOWN;
    }
  }
}
