package dev.pgstow.source.graphql;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.ColumnType;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that come late, broken, or for ever. */
class TableReaderTest {
  private static final String PAGE =
      "{\"data\":{\"rows\":{\"pageInfo\":{\"hasNextPage\":%s,\"endCursor\":\"%s\"},"
          + "\"nodes\":[{\"c0\":\"%s\"}]}}}";

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private Duration timeout = Duration.ofSeconds(10);
  private ValueReader reader = Scalars.text((value, place) -> value);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private Endpoint endpoint() {
    return Endpoint.of(server.url("/graphql"), "test");
  }

  private GraphQlClient client() {
    Backoff backoff = new Backoff(3, Duration.ofMillis(1), Duration.ofMillis(2), () -> 0.5);
    return new GraphQlClient(new Transport(timeout), backoff, new Calls());
  }

  private List<String> read() throws Exception {
    Endpoint endpoint = endpoint();
    GraphQlClient client = client();
    TypeRef text = new TypeRef("String", 0, false, "String");
    ApiField name = new ApiField("name", text, List.of());
    ApiField root =
        new ApiField(
            "things",
            text,
            List.of(
                new ApiField("first", new TypeRef("Int", 0, false, "Int"), List.of()),
                new ApiField("after", new TypeRef("Cursor", 0, false, "Cursor"), List.of())));
    ApiTable table =
        new ApiTable(
            root,
            new ApiType("Thing", ApiType.Kind.OBJECT, "", List.of(name), List.of()),
            ApiTable.Paging.NODES,
            Optional.empty(),
            Optional.empty(),
            false);
    ApiColumn column =
        new ApiColumn(
            name,
            "",
            "name",
            new ColumnType("text", ColumnType.Kind.TEXT, false),
            false,
            false,
            reader);
    List<String> rows = new ArrayList<>();
    new TableReader(client, endpoint, new Losses())
        .read(
            new Reading(
                "s.things", table, List.of(column), Optional.empty(), Optional.empty(), Map.of()),
            row -> rows.add(row[0]));
    return rows;
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private static String page(boolean more, String cursor, String row) {
    return PAGE.formatted(more, cursor, row);
  }

  private void answers(ResponseDefinitionBuilder... answers) {
    String state = Scenario.STARTED;
    for (int i = 0; i < answers.length; i++) {
      server.stubFor(
          any(anyUrl())
              .inScenario("answers")
              .whenScenarioStateIs(state)
              .willReturn(answers[i])
              .willSetStateTo("answer " + (i + 1)));
      state = "answer " + (i + 1);
    }
  }

  private void assertFails(String ident) {
    assertEquals(ident, assertThrows(Failure.class, this::read).ident());
  }

  @Test
  void pagesAreFollowedUntilThereIsNone() throws Exception {
    answers(json(page(true, "a", "one")), json(page(false, "b", "two")));
    assertEquals(List.of("one", "two"), read());
  }

  @Test
  void aCursorThatComesTwiceIsAnEndlessTable() {
    server.stubFor(any(anyUrl()).willReturn(json(page(true, "a", "one"))));
    assertFails("graphql-endless");
  }

  @Test
  void whatPassesIsTriedAgainAndNoRowComesTwice() throws Exception {
    answers(
        json(page(true, "a", "one")),
        aResponse().withStatus(503),
        json(page(false, "b", "two").substring(0, 60)),
        json(page(false, "b", "two")));
    assertEquals(List.of("one", "two"), read());
  }

  @Test
  void theServersWishToWaitIsHeeded() throws Exception {
    answers(aResponse().withStatus(429).withHeader("Retry-After", "1"), json(page(false, "", "x")));
    long startedAt = System.nanoTime();
    assertEquals(List.of("x"), read());
    assertTrue(System.nanoTime() - startedAt >= Duration.ofMillis(900).toNanos(), "waited");
  }

  /** Constructive's server has a limit for each database, and tells it in these words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The requested page size is too large. Please request fewer records per page.",
        "The query is too expensive. Please request fewer records or fewer nested lists."
      })
  void aPageThatIsRefusedIsAskedForInParts(String refusal) throws Exception {
    ResponseDefinitionBuilder refused =
        json("{\"errors\":[{\"message\":\"" + refusal + "\"}]}").withStatus(500);
    answers(refused, refused, json(page(false, "a", "one")));
    assertEquals(List.of("one"), read());
    server.verify(1, anyRequestedFor(anyUrl()).withRequestBody(containing("\"limit\":50")));
  }

  @Test
  void whatDoesNotPassIsTold() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429)));
    assertFails("graphql-rate-limited");
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(json("{\"data\":{\"rows\":{\"nodes\":[")));
    assertFails("graphql-truncated");
    server.resetAll();
    timeout = Duration.ofMillis(200);
    server.stubFor(any(anyUrl()).willReturn(json(page(false, "", "x")).withFixedDelay(2000)));
    assertFails("graphql-timeout");
  }

  @Test
  void textMayBeLong() {
    int length = 20_500_000;
    server.stubFor(
        any(anyUrl()).willReturn(json("{\"data\":{\"a\":\"" + "x".repeat(length) + "\"}}")));
    Query<Integer> query =
        new Query<>() {
          @Override
          public String doing() {
            return "reading";
          }

          @Override
          public String text() {
            return "{ a }";
          }

          @Override
          public Integer read(JsonParser data) throws IOException {
            return data.<JsonNode>readValueAsTree().path("a").asText().length();
          }
        };
    assertEquals(length, client().ask(endpoint(), query));
  }

  @Test
  void jsonMayBeDeep() throws Exception {
    reader = new JsonValues(Server.JsonForm.VALUE, true, true);
    String page = page(false, "a", "#");
    String deep = "[".repeat(JsonValues.DEEPEST - 10) + "]".repeat(JsonValues.DEEPEST - 10);
    server.stubFor(any(anyUrl()).willReturn(json(page.replace("\"#\"", deep))));
    assertEquals(List.of(deep), read());
    String deeper = "[".repeat(JsonValues.DEEPEST + 1) + "]".repeat(JsonValues.DEEPEST + 1);
    server.stubFor(any(anyUrl()).willReturn(json(page.replace("\"#\"", deeper))));
    assertFails("graphql-too-deep");
  }

  @Test
  void aFloatThatJsonCanNotHoldIsTakenFromTheError() throws Exception {
    answers(
        json(
            "{\"data\":{\"rows\":{\"pageInfo\":{\"hasNextPage\":false},\"nodes\":[{\"c0\":null}]}},"
                + "\"errors\":[{\"message\":\"Float cannot represent non numeric value: Infinity\","
                + "\"path\":[\"rows\",\"nodes\",0,\"c0\"]}]}"));
    assertEquals(List.of("Infinity"), read());
  }
}
