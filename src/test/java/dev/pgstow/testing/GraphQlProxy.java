package dev.pgstow.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands in front of a GraphQL server and makes life hard: short pages, cut connections. */
public final class GraphQlProxy implements AutoCloseable {
  private static final String TOKEN_HEADER = "Authorization";

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final LoopbackHttp server;
  private final URI behind;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<byte[]> bodies = Collections.synchronizedList(new ArrayList<>());
  private int longestPage = Integer.MAX_VALUE;
  private Trouble trouble = (number, request, answer) -> answer;

  /** Changes answers. */
  @FunctionalInterface
  public interface Trouble {
    /**
     * What is answered instead.
     *
     * @param number which request it is, from 1
     */
    Answer answer(int number, String request, Answer answer);
  }

  /**
   * An answer.
   *
   * @param length how many bytes are announced; fewer make a connection that is cut
   */
  public record Answer(int status, Map<String, String> headers, byte[] body, int length) {
    /** JSON. */
    public static Answer json(String body) {
      return of(200, body, Map.of("Content-Type", "application/json"));
    }

    /** Anything. */
    public static Answer of(int status, String body, Map<String, String> headers) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return new Answer(status, headers, bytes, bytes.length);
    }

    /** The body's text. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The first half, after which the connection is cut. */
    public Answer cut() {
      return new Answer(status, headers, Arrays.copyOf(body, length / 2), length);
    }

    /** The first half, as if that were all. */
    public Answer truncated() {
      return new Answer(status, headers, Arrays.copyOf(body, length / 2), length / 2);
    }
  }

  /** A proxy in front of an endpoint. */
  public GraphQlProxy(String url) {
    behind = URI.create(url);
    server = new LoopbackHttp(this::answer);
  }

  /** Gives no more rows at once than this, as a server with a limit of its own. */
  public GraphQlProxy withLongestPage(int rows) {
    longestPage = rows;
    return this;
  }

  /** Cuts the connection in the middle of each so many-th answer. */
  public GraphQlProxy withCutEvery(int count) {
    return with((number, request, answer) -> number % count == 0 ? answer.cut() : answer);
  }

  /** Makes trouble of any kind. */
  public GraphQlProxy with(Trouble made) {
    trouble = made;
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
    for (String token : exchange.getRequestHeaders().getOrDefault(TOKEN_HEADER, List.of())) {
      request.header(TOKEN_HEADER, token);
    }
    try (exchange) {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Answer answer =
          trouble.answer(
              number,
              new String(body, StandardCharsets.UTF_8),
              Answer.of(
                  response.statusCode(),
                  response.body(),
                  Map.of("Content-Type", "application/json")));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
      exchange.getResponseBody().write(answer.body());
      exchange.getResponseBody().flush();
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
    return server.url(behind.getPath());
  }

  @Override
  public void close() {
    server.close();
  }
}
