package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.cli.PgstowCommandLine;
import dev.pgstow.cli.Surroundings;
import dev.pgstow.testing.GraphQlProxy;
import dev.pgstow.testing.Installed;
import dev.pgstow.testing.PostGraphile;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The export of 50,000 metadata rows through PostGraphile 5 against a bare loop of the same
 * requests, both in one warm process; beside it the whole process, in little memory. {@code mvn
 * verify -Pbench}.
 */
@Tag("bench")
class GraphQlBench {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 5;
  private static final int FIELDS = 50_000;

  @TempDir private static Path home;
  private static Path launcher;

  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException {
    launcher = Installed.in(home);
    // The first run makes the archive of classes.
    new ProcessBuilder(launcher.toString(), "--version").start().onExit().join();
  }

  @Test
  void exportThroughAnApiCostsAtMostAThirdMoreThanItsRequests() throws Exception {
    try (BenchDatabase database = BenchDatabase.create(TestServer.shared(), 10, FIELDS, 10);
        PostGraphile server =
            PostGraphile.start(
                PostGraphile.Kind.AMBER_5, database.name(), List.of("metaschema_public"))) {
      List<byte[]> requests = requests(server.url());
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        double process = process(server.url(), "process" + round);
        double export = inside(server.url(), "inside" + round);
        double loop = loop(server.url(), requests);
        System.out.printf(
            "%s: bare loop of %d requests %.2f s; export in the same process %.2f s: ratio %.2f;"
                + " whole process at -Xmx96m %.2f s: ratio %.2f%n",
            round < WARM_UP ? "warm-up" : "measured",
            requests.size(),
            loop,
            export,
            export / loop,
            process,
            process / loop);
        if (round >= WARM_UP) {
          ratios.add(export / loop);
        }
      }
      Collections.sort(ratios);
      assertTrue(ratios.get(ROUNDS / 2) <= 1.3, () -> "median ratio of " + ratios);
    }
  }

  /** What an export asks. */
  private List<byte[]> requests(String url) throws IOException {
    try (GraphQlProxy proxy = new GraphQlProxy(url)) {
      process(proxy.url(), "recorded");
      return proxy.bodies();
    }
  }

  private Path workspace(String name) throws IOException {
    Path workspace = Files.createDirectories(folder.resolve(name));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    return workspace;
  }

  private static List<String> arguments(String url) {
    return List.of(
        "export",
        "--graphql-endpoint",
        url,
        "--database-id",
        "bench",
        "--author",
        "Bench <bench@example.com>",
        "--no-input");
  }

  /** The engine and all around it, in this process, as the loop. */
  private double inside(String url, String name) throws IOException {
    Path workspace = workspace(name);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Surroundings surroundings =
        new Surroundings(Map.of(), folder, "bench", workspace, nowhere, nowhere, "");
    long before = System.nanoTime();
    int exit = new PgstowCommandLine(surroundings).run(arguments(url).toArray(String[]::new));
    double seconds = (System.nanoTime() - before) / 1e9;
    assertEquals(0, exit);
    assertComplete(workspace);
    return seconds;
  }

  private static void assertComplete(Path workspace) throws IOException {
    try (var lines =
        Files.lines(workspace.resolve("packages/bench-service/deploy/migrate/field.sql"))) {
      assertEquals(FIELDS, lines.filter(line -> line.contains("'Field ")).count());
    }
  }

  private double process(String url, String name) throws IOException {
    Path workspace = workspace(name);
    Path err = folder.resolve(name + ".err");
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(arguments(url));
    ProcessBuilder pgstow = new ProcessBuilder(command);
    pgstow.directory(workspace.toFile()).redirectError(err.toFile());
    pgstow.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    pgstow.environment().put("PGSTOW_JAVA_OPTS", "-Xmx96m");
    long before = System.nanoTime();
    int exit = pgstow.start().onExit().join().exitValue();
    double seconds = (System.nanoTime() - before) / 1e9;
    assertEquals(0, exit, Files.readString(err));
    assertComplete(workspace);
    return seconds;
  }

  private static double loop(String url, List<byte[]> requests) throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long before = System.nanoTime();
    for (byte[] body : requests) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/json")
              .header("Accept-Encoding", "gzip")
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      assertEquals(200, send(client, request).statusCode());
    }
    return (System.nanoTime() - before) / 1e9;
  }

  /** Once more if the server has closed the connection for want of work. */
  private static HttpResponse<byte[]> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
