package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.GraphQlProxy;
import dev.pgstow.testing.Installed;
import dev.pgstow.testing.PostGraphile;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole export process of 50,000 metadata rows through PostGraphile 5, in little memory,
 * against a bare loop of the same requests. {@code mvn verify -Pbench}.
 */
@Tag("bench")
class GraphQlBench {
  private static final int ROUNDS = 3;
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
      for (int round = 0; round < ROUNDS; round++) {
        double export = export(server.url(), "round" + round);
        double loop = loop(server.url(), requests);
        ratios.add(export / loop);
        System.out.printf(
            "export %.2f s, bare loop of %d requests %.2f s: ratio %.2f%n",
            export, requests.size(), loop, export / loop);
      }
      Collections.sort(ratios);
      assertTrue(ratios.get(ROUNDS / 2) <= 1.3, () -> "median ratio of " + ratios);
    }
  }

  /** What an export asks. */
  private List<byte[]> requests(String url) throws IOException {
    try (GraphQlProxy proxy = new GraphQlProxy(url)) {
      export(proxy.url(), "recorded");
      return proxy.bodies();
    }
  }

  private double export(String url, String name) throws IOException {
    Path workspace = Files.createDirectories(folder.resolve(name));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    Path err = folder.resolve(name + ".err");
    ProcessBuilder pgstow =
        new ProcessBuilder(
            launcher.toString(),
            "export",
            "--graphql-endpoint",
            url,
            "--database-id",
            "bench",
            "--author",
            "Bench <bench@example.com>",
            "--no-input");
    pgstow.directory(workspace.toFile()).redirectError(err.toFile());
    pgstow.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    pgstow.environment().put("PGSTOW_JAVA_OPTS", "-Xmx96m");
    long before = System.nanoTime();
    int exit = pgstow.start().onExit().join().exitValue();
    double seconds = (System.nanoTime() - before) / 1e9;
    assertEquals(0, exit, Files.readString(err));
    try (var lines =
        Files.lines(workspace.resolve("packages/bench-service/deploy/migrate/field.sql"))) {
      assertEquals(FIELDS, lines.filter(line -> line.contains("'Field ")).count());
    }
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
