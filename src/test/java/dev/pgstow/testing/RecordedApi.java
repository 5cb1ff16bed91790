package dev.pgstow.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import graphql.ExecutionInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A GraphQL server that answers from recordings, with a server's own schema, and refuses what that
 * schema does not allow. Closing stops it.
 */
public final class RecordedApi implements AutoCloseable {
  private static final String TOKEN_HEADER = "Authorization";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String RESPONSE = "application/graphql-response+json;charset=utf-8";
  private static final String PAGE_TOO_LARGE =
      "The requested page size is too large. Please request fewer records per page.";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();
  private final RecordedSchema metadata;
  private final RecordedSchema migrate;
  private final Kind kind;
  private final LoopbackHttp server;
  private final Set<String> databases = new HashSet<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private String token = "";

  /** Whose recordings; each knows how its server behaves. */
  public enum Kind {
    /** Wants headers to tell which API is meant, and refuses to give more rows at once. */
    CONSTRUCTIVE("constructive", "metadata.graphql", "migrate.graphql", 150),
    /** Gives no more than so many rows at once. */
    PG_GRAPHQL("pg_graphql", "schema.graphql", "schema.graphql", 3),
    HASURA("hasura", "schema.graphql", "schema.graphql", 4);

    private final String folder;
    private final String metadata;
    private final String migrate;
    private final int longestPage;

    Kind(String folder, String metadata, String migrate, int longestPage) {
      this.folder = folder;
      this.metadata = metadata;
      this.migrate = migrate;
      this.longestPage = longestPage;
    }
  }

  /** Starts a server. */
  public RecordedApi(Kind kind) {
    this(kind, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** Starts a server of which schema and rows are changed before. */
  public RecordedApi(Kind kind, UnaryOperator<String> schema, UnaryOperator<String> rows) {
    this.kind = kind;
    try {
      String recorded = rows.apply(text(kind.folder + "/rows.json"));
      mapper
          .readTree(recorded)
          .path("databases")
          .forEach(row -> databases.add(row.path("id").asText()));
      metadata = schema(schema.apply(text(kind.folder + "/" + kind.metadata)), recorded);
      migrate = schema(schema.apply(text(kind.folder + "/" + kind.migrate)), recorded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = new LoopbackHttp(this::answer);
  }

  private RecordedSchema schema(String schema, String rows) throws IOException {
    return new RecordedSchema(schema, mapper.readTree(rows), mapper, kind.longestPage);
  }

  /** The database that the recordings were made from. */
  public static String sample() {
    return text("sample.sql");
  }

  private static String text(String name) {
    String resource = "/dev/pgstow/source/graphql/" + name;
    try (InputStream in = RecordedApi.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers those only who know this token. */
  public RecordedApi withToken(String wanted) {
    token = wanted;
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      requests.add(new String(body, StandardCharsets.UTF_8));
      String given = exchange.getRequestHeaders().getFirst(TOKEN_HEADER);
      String database = exchange.getRequestHeaders().getFirst("X-Database-Id");
      boolean migrates = exchange.getRequestHeaders().getFirst("X-Schemata") != null;
      if (!token.isEmpty() && !("Bearer " + token).equals(given)) {
        send(exchange, 401, "application/json", "{\"errors\":[{\"message\":\"Who are you?\"}]}");
      } else if (kind == Kind.CONSTRUCTIVE
          && !migrates
          && !"true".equals(exchange.getRequestHeaders().getFirst("X-Meta-Schema"))) {
        send(exchange, 404, "text/html; charset=utf-8", "<html>No API here</html>");
      } else if (kind == Kind.CONSTRUCTIVE && database == null) {
        send(exchange, 500, "text/html; charset=utf-8", "<html>Something went wrong</html>");
      } else if (kind == Kind.CONSTRUCTIVE && !databases.contains(database)) {
        send(exchange, 403, JSON, refusal("Access to this database is suspended."));
      } else {
        execute(exchange, migrates ? migrate : metadata, body);
      }
    }
  }

  private void execute(HttpExchange exchange, RecordedSchema schema, byte[] body)
      throws IOException {
    JsonNode request = mapper.readTree(body);
    if (kind == Kind.CONSTRUCTIVE
        && request.path("variables").path("limit").asInt() > kind.longestPage) {
      send(exchange, 500, RESPONSE, refusal(PAGE_TOO_LARGE));
      return;
    }
    Map<String, Object> answer =
        schema.execute(
            ExecutionInput.newExecutionInput(request.path("query").asText())
                .variables(mapper.convertValue(request.path("variables"), RecordedSchema.OBJECT))
                .build());
    boolean refused = !answer.containsKey("data") && kind == Kind.CONSTRUCTIVE;
    send(
        exchange,
        refused ? 400 : 200,
        kind == Kind.CONSTRUCTIVE ? RESPONSE : JSON,
        mapper.writeValueAsString(answer));
  }

  private static String refusal(String message) {
    return "{\"errors\":[{\"message\":\"" + message + "\"}]}";
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** The bodies of the requests that came. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Its endpoint. */
  public String url() {
    return server.url("/graphql");
  }

  @Override
  public void close() {
    server.close();
  }
}
