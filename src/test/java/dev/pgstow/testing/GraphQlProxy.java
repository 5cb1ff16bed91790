package dev.pgstow.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in front of a GraphQL server and makes life hard: short pages, cut connections. */
public final class GraphQlProxy implements AutoCloseable {
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpServer server;
  private final URI behind;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<byte[]> bodies = Collections.synchronizedList(new ArrayList<>());
  private int longestPage = Integer.MAX_VALUE;
  private int cutEvery;

  /** A proxy in front of an endpoint. */
  public GraphQlProxy(String url) {
    try {
      behind = URI.create(url);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives no more rows at once than this, as a server with a limit of its own. */
  public GraphQlProxy withLongestPage(int rows) {
    longestPage = rows;
    return this;
  }

  /** Cuts the connection in the middle of each so many-th answer. */
  public GraphQlProxy withCutEvery(int count) {
    cutEvery = count;
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    int number = requests.incrementAndGet();
    byte[] body = limited(exchange.getRequestBody().readAllBytes());
    bodies.add(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    try (exchange) {
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      if (cutEvery > 0 && number % cutEvery == 0) {
        exchange.getResponseBody().write(response.body(), 0, response.body().length / 2);
        exchange.getResponseBody().flush();
      } else {
        exchange.getResponseBody().write(response.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] limited(byte[] body) throws IOException {
    ObjectNode request = (ObjectNode) mapper.readTree(body);
    if (request.path("variables").path("limit").asInt() > longestPage) {
      ((ObjectNode) request.path("variables")).put("limit", longestPage);
    }
    return mapper.writeValueAsBytes(request);
  }

  /** How many requests came. */
  public int requests() {
    return requests.get();
  }

  /** Their bodies. */
  public List<byte[]> bodies() {
    return List.copyOf(bodies);
  }

  /** Its endpoint. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + behind.getPath();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
