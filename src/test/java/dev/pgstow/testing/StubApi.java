package dev.pgstow.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metadata API with one small database, in the manner of PostGraphile, for those who know its
 * token.
 */
public final class StubApi implements AutoCloseable {
  /** The only database's id. */
  public static final String DATABASE = "0c0ffee0-0000-4000-8000-000000000001";

  private static final String SCHEMA = "0c0ffee0-0000-4000-8000-000000000002";
  private static final String TABLE = "0c0ffee0-0000-4000-8000-000000000003";
  private static final Pattern ROOT = Pattern.compile("(?:rows|t\\d+): (\\w+)");
  private static final Pattern COLUMN = Pattern.compile("(c\\d+): (\\w+)");
  private static final Pattern COUNT = Pattern.compile("(t\\d+): (\\w+)");

  private static final Map<String, Map<String, String>> TABLES =
      Map.of(
          "databases",
          row("id", DATABASE, "name", "coffee"),
          "schemas",
          row("id", SCHEMA, "databaseId", DATABASE, "name", "app_public", "schemaName", "c-public"),
          "tables",
          row("id", TABLE, "databaseId", DATABASE, "schemaId", SCHEMA, "name", "beans"));

  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final String token;
  private final Set<String> authorizations = Collections.synchronizedSet(new LinkedHashSet<>());
  private final Set<String> keys = Collections.synchronizedSet(new LinkedHashSet<>());
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /** An API that lets in who has this token; everybody if it is empty. */
  public StubApi(String token) {
    this.token = token;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/graphql", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  private static Map<String, String> row(String... values) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      row.put(values[i], values[i + 1]);
    }
    return row;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
  }

  /** The Authorization headers it was shown. */
  public Set<String> authorizations() {
    return authorizations;
  }

  /** The apikey headers it was shown. */
  public Set<String> keys() {
    return keys;
  }

  /** Lets whoever asks from now on wait, until {@link #release}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  /** Answers again, also those who wait. */
  public void release() {
    gate.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      gate.await();
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      authorizations.add(String.valueOf(authorization));
      keys.addAll(exchange.getRequestHeaders().getOrDefault("apikey", List.of()));
      String question = mapper.readTree(exchange.getRequestBody()).path("query").asText();
      if (!token.isEmpty() && !("Bearer " + token).equals(authorization)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      ObjectNode answer = mapper.createObjectNode();
      answer.set("data", question.contains("__schema") ? introspection() : data(question));
      byte[] body = mapper.writeValueAsBytes(answer);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All there is belongs to the one database, so that filters change nothing. */
  private ObjectNode data(String question) {
    ObjectNode data = mapper.createObjectNode();
    Matcher count = COUNT.matcher(question);
    while (count.find()) {
      data.putObject(count.group(1)).put("totalCount", 1);
    }
    Matcher root = ROOT.matcher(question);
    if (data.isEmpty() && root.find()) {
      ObjectNode rows = data.putObject("rows");
      rows.putObject("pageInfo").put("hasNextPage", false).putNull("endCursor");
      ObjectNode row = rows.putArray("nodes").addObject();
      Matcher column = COLUMN.matcher(question);
      while (column.find()) {
        row.put(column.group(1), TABLES.get(root.group(1)).get(column.group(2)));
      }
    }
    return data;
  }

  private ObjectNode introspection() {
    ObjectNode schema = mapper.createObjectNode();
    schema.putObject("queryType").put("name", "Query");
    ArrayNode types = schema.putArray("types");
    ArrayNode roots = type(types, "OBJECT", "Query");
    TABLES.forEach(
        (name, row) -> {
          String rowType =
              name.substring(0, 1).toUpperCase() + name.substring(1, name.length() - 1);
          ObjectNode root = field(roots, name, "OBJECT", rowType + "Connection");
          for (String argument : List.of("first Int", "after Cursor")) {
            String[] words = argument.split(" ");
            field((ArrayNode) root.get("args"), words[0], "SCALAR", words[1]);
          }
          ArrayNode connection = type(types, "OBJECT", rowType + "Connection");
          list(field(connection, "nodes", "OBJECT", rowType));
          field(connection, "pageInfo", "OBJECT", "PageInfo");
          field(connection, "totalCount", "SCALAR", "Int");
          ArrayNode columns = type(types, "OBJECT", rowType);
          row.keySet()
              .forEach(
                  column ->
                      field(
                          columns,
                          column,
                          "SCALAR",
                          column.toLowerCase().endsWith("id") ? "UUID" : "String"));
        });
    for (String scalar : List.of("Int", "Cursor", "UUID", "String")) {
      type(types, "SCALAR", scalar);
    }
    ObjectNode data = mapper.createObjectNode();
    data.set("__schema", schema);
    return data;
  }

  private static ArrayNode type(ArrayNode types, String kind, String name) {
    ObjectNode type = types.addObject().put("kind", kind).put("name", name);
    return type.putArray("fields");
  }

  private static ObjectNode field(ArrayNode fields, String name, String kind, String type) {
    ObjectNode field = fields.addObject().put("name", name);
    field.putArray("args");
    field.putObject("type").put("kind", kind).put("name", type);
    return field;
  }

  private static void list(ObjectNode field) {
    JsonNode item = field.get("type");
    field.putObject("type").put("kind", "LIST").set("ofType", item);
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
