package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.pgstow.testing.GraphQlProxy;
import dev.pgstow.testing.GraphQlProxy.Answer;
import dev.pgstow.testing.RecordedApi;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export in the middle of which the server, or the way to it, fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQlTroublesTest {
  private static final String TOKEN = "eyJ-a-very-secret-token";
  private static final String OTHER_SECRET = "header-that-nobody-may-see";

  private static final String EMPTY_PAGE =
      "{\"data\":{\"rows\":{\"pageInfo\":{\"hasNextPage\":false},\"edges\":[]}}}";

  private final RecordedApi server = new RecordedApi(RecordedApi.Kind.PG_GRAPHQL).withToken(TOKEN);
  private final WireMockServer elsewhere =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());
  private SortedMap<String, String> untroubled = new TreeMap<>();
  @TempDir private Path folder;
  private Cli cli = new Cli(Path.of(""));

  @BeforeAll
  void exportWithoutTrouble(@TempDir Path first) throws IOException {
    elsewhere.start();
    elsewhere.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    prepare(first);
    assertEquals(0, export(first, server.url()), cli::err);
    untroubled = files(first);
    assertFalse(untroubled.isEmpty());
  }

  @AfterAll
  void stop() {
    elsewhere.stop();
    server.close();
  }

  @BeforeEach
  void workspace() throws IOException {
    prepare(folder);
  }

  @AfterEach
  void nothingLeaks() {
    for (String secret : List.of(TOKEN, OTHER_SECRET)) {
      assertFalse(cli.out().contains(secret), cli::out);
      assertFalse(cli.err().contains(secret), cli::err);
      Trees.read(folder).forEach((file, text) -> assertFalse(text.contains(secret), file));
    }
    assertEquals(List.of(), elsewhere.getAllServeEvents());
  }

  private void prepare(Path workspace) throws IOException {
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    cli = new Cli(workspace).environment("PGSTOW_TOKEN", TOKEN);
  }

  private int export(Path workspace, String url, String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--author", "A <a@example.com>"));
    arguments.addAll(List.of("--database-id", "shop", "--include-secrets"));
    arguments.addAll(List.of("--outdir", workspace.resolve("packages").toString()));
    arguments.addAll(List.of("--graphql-endpoint", url, "--migrate-endpoint", url));
    arguments.addAll(List.of("--header", "X-Key: " + OTHER_SECRET));
    arguments.addAll(List.of(more));
    return cli.run(arguments.toArray(String[]::new));
  }

  private static SortedMap<String, String> files(Path workspace) {
    SortedMap<String, String> files = Trees.read(workspace);
    files.keySet().removeIf(file -> file.endsWith(".pgstow.json"));
    return files;
  }

  private int assertSame(GraphQlProxy proxy) {
    try (proxy) {
      assertEquals(0, export(folder, proxy.url()), cli::err);
      assertEquals(untroubled, files(folder));
      return proxy.requests();
    }
  }

  private void assertFails(String ident, GraphQlProxy.Trouble trouble) {
    try (GraphQlProxy proxy = new GraphQlProxy(server.url()).with(trouble)) {
      assertEquals(1, export(folder, proxy.url(), "--json"), cli::err);
      assertTrue(cli.out().contains("\"ident\":\"" + ident + "\""), cli.out() + cli.err());
      assertEquals(List.of("pgpm.json"), List.copyOf(Trees.read(folder).keySet()));
    }
  }

  /** Trouble with the later pages of one table, when much has been read already. */
  private static GraphQlProxy.Trouble late(Answer instead) {
    return (number, request, answer) -> isLate(request) ? instead : answer;
  }

  private static boolean isLate(String request) {
    return request.contains("fieldCollection") && request.contains("\"offset\":\"after-3\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 100})
  void anyPageSizeGivesTheSameBytes(int rows) {
    assertSame(new GraphQlProxy(server.url()).withLongestPage(rows));
  }

  @Test
  void connectionsThatAreCutAgainAndAgainGiveTheSameBytes() {
    int requests = assertSame(new GraphQlProxy(server.url()).withCutEvery(7));
    assertTrue(requests > 28, () -> requests + " requests were too few to cut four times");
  }

  @Test
  void whatPassesGivesTheSameBytes() {
    Map<String, String> wait = Map.of("Retry-After", "1");
    long startedAt = System.nanoTime();
    assertSame(
        new GraphQlProxy(server.url())
            .with(
                (number, request, answer) ->
                    switch (number) {
                      case 5 -> answer.truncated();
                      case 10 -> Answer.of(429, "", wait);
                      case 15 ->
                          Answer.of(503, "<html>busy</html>", Map.of("Content-Type", "text/html"));
                      default -> answer;
                    }));
    assertTrue(System.nanoTime() - startedAt > 1_000_000_000L, "the server's wish was heeded");
  }

  @Test
  void pagesWithoutEndAreAnError() {
    assertFails(
        "graphql-endless",
        (number, request, answer) ->
            request.contains("fieldCollection")
                ? Answer.json(
                    answer
                        .text()
                        .replace("\"hasNextPage\":false", "\"hasNextPage\":true")
                        .replaceAll("\"endCursor\":[^,}]+", "\"endCursor\":\"after-0\""))
                : answer);
  }

  @Test
  void whatDoesNotPassLeavesNothing() {
    Map<String, String> html = Map.of("Content-Type", "text/html");
    Map<String, String> json = Map.of("Content-Type", "application/json");
    assertFails("graphql-html", late(Answer.of(200, "<html>Log in</html>", html)));
    assertFails("graphql-unauthorized", late(Answer.of(401, "{}", json)));
    assertFails("graphql-not-found", late(Answer.of(404, "<html></html>", html)));
    assertFails("graphql-http", late(Answer.of(500, "<html></html>", html)));
    assertFails(
        "graphql-content-type", late(Answer.of(200, "x", Map.of("Content-Type", "text/csv"))));
    assertFails("graphql-not-json", late(Answer.json("{\"data\": oops}")));
    assertFails(
        "graphql-errors",
        late(Answer.json("{\"data\":null,\"errors\":[{\"message\":\"no " + TOKEN + "\"}]}")));
    assertFails(
        "graphql-redirect",
        late(Answer.of(307, "", Map.of("Location", elsewhere.url("/graphql")))));
    assertFails(
        "source-changed",
        (number, request, answer) ->
            isLate(request) && request.contains("c5:") ? Answer.json(EMPTY_PAGE) : answer);
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(strings = {"graphql-truncated", "graphql-rate-limited", "graphql-connection-lost"})
  void whatNeverPassesLeavesNothing(String ident) {
    assertFails(
        ident,
        (number, request, answer) ->
            !isLate(request)
                ? answer
                : switch (ident) {
                  case "graphql-truncated" -> answer.truncated();
                  case "graphql-rate-limited" -> Answer.of(429, "", Map.of());
                  default -> answer.cut();
                });
  }

  @Test
  void theTokenIsNowhereToBeSeen() {
    assertEquals(0, export(folder, server.url(), "--verbose", "--debug"), cli::err);
    nothingLeaks();
    assertEquals(0, export(folder, server.url(), "--json", "--yes"), cli::err);
    nothingLeaks();
    cli.environment("PGSTOW_TOKEN", "wrong-" + OTHER_SECRET);
    assertEquals(1, export(folder, server.url()), cli::err);
    assertTrue(cli.err().contains("401"), cli::err);
  }
}
