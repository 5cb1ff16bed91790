package dev.pgstow.source.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Sends requests. Follows a redirect only to the same host: what opens an endpoint is for that
 * endpoint alone.
 */
final class Transport {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Duration timeout;

  Transport(Duration timeout) {
    this.timeout = timeout;
  }

  /**
   * Posts a body.
   *
   * @param calls what a cancel ends
   * @throws dev.pgstow.failure.Failure {@code graphql-redirect}
   */
  Reply post(Endpoint endpoint, byte[] body, Calls calls) throws IOException {
    URI uri = endpoint.uri();
    for (int redirects = 0; ; redirects++) {
      HttpResponse<InputStream> response = send(request(endpoint, uri, body), calls);
      Optional<String> location = response.headers().firstValue("location");
      if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
        return reply(response, calls);
      }
      response.body().close();
      URI next = ApiFailures.redirect(endpoint, uri, location.orElseThrow());
      if (redirects == MOST_REDIRECTS || !isSameServer(uri, next)) {
        throw ApiFailures.redirected(endpoint, next);
      }
      uri = next;
    }
  }

  private HttpRequest request(Endpoint endpoint, URI uri, byte[] body) {
    // Over plain http an upgrade to HTTP/2 would have to be asked for, which some servers refuse.
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .version(
                uri.getScheme().equalsIgnoreCase("https") && !endpoint.hasHost()
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, application/graphql-response+json")
            .header("Accept-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    endpoint
        .token()
        .ifPresent(token -> request.setHeader("Authorization", "Bearer " + token.reveal()));
    for (Endpoint.Header header : endpoint.headers()) {
      request.setHeader(header.name(), header.value().reveal());
    }
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request, Calls calls) throws IOException {
    CompletableFuture<HttpResponse<InputStream>> call =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    AutoCloseable end = () -> call.cancel(true);
    calls.began(end);
    try {
      return call.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(e.getCause());
    } catch (CancellationException e) {
      throw new IOException("cancelled", e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      calls.ended(end);
    }
  }

  private Reply reply(HttpResponse<InputStream> response, Calls calls) throws IOException {
    boolean gzip =
        response
            .headers()
            .firstValue("content-encoding")
            .filter("gzip"::equalsIgnoreCase)
            .isPresent();
    TimedBody body = new TimedBody(response.body(), gzip, timeout, calls);
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        response.headers().firstValue("retry-after"),
        body);
  }

  /** The same host and port, or the same host behind TLS on the usual ports. */
  private static boolean isSameServer(URI from, URI to) {
    return from.getHost().equalsIgnoreCase(String.valueOf(to.getHost()))
        && (from.getScheme().equalsIgnoreCase(to.getScheme())
            ? from.getPort() == to.getPort()
            : to.getScheme().equalsIgnoreCase("https") && from.getPort() < 0 && to.getPort() < 0);
  }
}
