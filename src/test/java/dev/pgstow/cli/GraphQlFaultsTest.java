package dev.pgstow.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an endpoint is said, the token stays a secret, and nothing is written. */
class GraphQlFaultsTest {
  private static final String TOKEN = "eyJ-a-very-secret-token";

  private final WireMockServer server = new WireMockServer(options().dynamicPort());
  private final WireMockServer elsewhere = new WireMockServer(options().dynamicPort());
  @TempDir private Path folder;
  private Cli cli = new Cli(Path.of(""));

  @BeforeEach
  void start() throws IOException {
    server.start();
    elsewhere.start();
    elsewhere.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));
    Files.writeString(folder.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    cli = new Cli(folder).environment("PGSTOW_TOKEN", TOKEN);
  }

  @AfterEach
  void stop() {
    server.stop();
    elsewhere.stop();
  }

  private int export(String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--json", "--author", "A"));
    arguments.addAll(List.of("--graphql-endpoint", server.url("/graphql")));
    arguments.addAll(List.of(more));
    return cli.run(arguments.toArray(String[]::new));
  }

  private void assertFails(String ident, ResponseDefinitionBuilder answer, String... more) {
    server.resetAll();
    server.stubFor(any(anyUrl()).willReturn(answer));
    assertEquals(1, export(more), cli::err);
    assertTrue(cli.out().contains("\"ident\":\"" + ident + "\""), cli.out() + cli.err());
    assertNothingLeaks();
  }

  private void assertNothingLeaks() {
    assertFalse((cli.out() + cli.err()).contains(TOKEN), "the token is shown");
    assertFalse(cli.err().contains("\tat "), cli::err);
    TreeMap<String, String> files = new TreeMap<>(Trees.read(folder));
    files.remove("pgpm.json");
    assertEquals(new TreeMap<>(), files);
    assertEquals(List.of(), elsewhere.getAllServeEvents());
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private static ResponseDefinitionBuilder html() {
    return aResponse().withHeader("Content-Type", "text/html").withBody("<html>hello</html>");
  }

  @Test
  void statusesAreToldApart() {
    assertFails("graphql-unauthorized", aResponse().withStatus(401));
    assertFails("graphql-forbidden", aResponse().withStatus(403));
    assertFails("graphql-not-found", html().withStatus(404));
    assertFails("graphql-http", html().withStatus(500));
    assertTrue(cli.err().contains("HTML"), cli::err);
    assertFails("graphql-errors", json("{\"errors\":[{\"message\":\"no " + TOKEN + "\"}]}"));
  }

  @Test
  void whyAServerRefusesIsToldInItsWords() {
    assertFails(
        "graphql-forbidden",
        json("{\"errors\":[{\"message\":\"Access is suspended.\"}]}").withStatus(403));
    assertTrue(cli.out().contains("(403): Access is suspended.\""), cli.out());
    assertFails(
        "graphql-http",
        json("{\"error\":{\"code\":\"E\",\"message\":\"no " + TOKEN + "\"}}").withStatus(500));
    assertTrue(cli.out().contains("HTTP status 500: no ***.\""), cli.out());
    assertFails("graphql-forbidden", json("<oops>").withStatus(403));
    assertTrue(cli.out().contains("(403).\""), cli.out());
  }

  /** A server that repeats what opens it repeats a part: the token without its scheme, a cookie. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization: Bearer %s|/g|token *** has expired. Bearer.",
        "Authorization: Basic %s==|/g|token *** has expired. Bearer.",
        "Cookie: theme=dark; session=%s|/g|token *** has expired. Bearer.",
        "X-Api-Key: %s|/g|token *** has expired. Bearer.",
        "X-Schemata: db_migrate|/g?api=1&key=%s|token *** has expired. Bearer.",
      })
  void noPartOfWhatOpensAnApiIsShown(String header, String path, String words) {
    String body = "{\"errors\":[{\"message\":\"token %s has expired. Bearer.\"}]}";
    server.stubFor(any(anyUrl()).willReturn(json(body.formatted(TOKEN)).withStatus(401)));
    String url = server.url(path.formatted(TOKEN));
    String given = header.formatted(TOKEN);
    Cli tokenless = new Cli(folder);
    String[] export = {"export", "--debug", "--graphql-endpoint", url, "--header", given};
    assertEquals(1, tokenless.run(export), tokenless::err);
    assertTrue(tokenless.err().contains("(401): " + words), tokenless::err);
    assertFalse((tokenless.out() + tokenless.err()).contains(TOKEN), tokenless::err);
    boolean signed = header.startsWith("Authorization");
    assertEquals(signed, tokenless.err().contains("may have expired"), tokenless::err);
    boolean warned = !header.startsWith("X-Schemata");
    assertEquals(warned, tokenless.err().contains("A header that opens"), tokenless::err);
  }

  @Test
  void theHeaderThatIsMissingIsNamedOnlyWhereItIsMissing() {
    for (int status : List.of(404, 500)) {
      String ident = status == 404 ? "graphql-not-found" : "graphql-http";
      assertFails(ident, html().withStatus(status));
      assertTrue(cli.out().contains("X-Database-Id"), cli.out());
      assertFails(
          ident,
          html().withStatus(status),
          "--database-id",
          "0c0ffee0-0000-4000-8000-000000000001");
      assertFalse(cli.out().contains("X-Database-Id"), cli.out());
    }
  }

  /** Constructive's server says so with status 200, and so does Hasura. */
  @Test
  void whoIsNotKnownIsToldBesideTheData() {
    assertFails(
        "graphql-unauthorized",
        json(
            "{\"errors\":[{\"message\":\"You must be signed in to do that.\","
                + "\"extensions\":{\"code\":\"UNAUTHENTICATED\",\"http\":401}}]}"));
    assertTrue(cli.out().contains("You must be signed in to do that."), cli.out());
  }

  @Test
  void whatIsNoGraphQlIsNamedAsSuch() {
    assertFails("graphql-html", html());
    assertFails(
        "graphql-content-type", aResponse().withHeader("Content-Type", "text/plain").withBody("x"));
    assertFails("graphql-not-json", json("{\"data\": <oops>}"));
    assertFails("graphql-not-graphql", json("[]"));
    assertFails("graphql-not-graphql", json("{\"ok\": true}"));
  }

  @Test
  void aRedirectToAnotherServerGetsNeitherTokenNorRequest() {
    for (int status : List.of(301, 302, 303, 307, 308)) {
      assertFails(
          "graphql-redirect",
          aResponse().withStatus(status).withHeader("Location", elsewhere.url("/graphql")));
    }
  }

  @Test
  void aServerThatIsNotThereIsToldWithoutWaitingLong() {
    String url = server.url("/graphql");
    server.stop();
    assertEquals(1, cli.run("export", "--json", "--graphql-endpoint", url), cli::err);
    assertTrue(cli.out().contains("graphql-unreachable"), cli::out);
    assertNothingLeaks();
  }

  @Test
  void endpointsHeadersAndTokensThatCanNotBeRightAreUsageErrors() {
    assertEquals(2, cli.run("export", "--graphql-endpoint", "ftp://example.com"));
    assertEquals(2, cli.run("export", "--graphql-endpoint", "https://u:p4ss@example.com/"));
    assertFalse(cli.err().contains("p4ss"), cli::err);
    assertEquals(2, export("--header", "no colon"));
    assertEquals(2, export("--header", "Host: other"));
    assertEquals(2, export("--migrate-headers", "{}"));
    assertEquals(2, export("--migrate-endpoint", server.url("/m"), "--migrate-headers", "[]"));
    assertEquals(2, export("--token-file", "not-there"));
    assertEquals(2, export("--host", "localhost"));
    assertEquals(2, cli.run("export", "--token", "x", "--database", "y"));
    assertNothingLeaks();
  }

  @Test
  void aTokenOnTheCommandLineAndPlainHttpAreWarnedAboutOnce() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
    assertEquals(1, cli.run("export", "--graphql-endpoint", server.url("/g"), "--token", TOKEN));
    assertEquals(1, cli.err().split("A token on the command line", -1).length - 1, cli::err);
    assertFalse(cli.err().contains("plain http"), cli::err);
    assertNothingLeaks();
    assertEquals(1, cli.run("export", "--graphql-endpoint", "http://nowhere.invalid/graphql"));
    assertEquals(1, cli.err().split("plain http", -1).length - 1, cli::err);
  }
}
