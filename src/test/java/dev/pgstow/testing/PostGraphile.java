package dev.pgstow.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostGraphile server over a test database, from the packages pinned in {@code src/test/graphql},
 * which are installed below {@code target} when first needed. Closing stops it.
 */
public final class PostGraphile implements AutoCloseable {
  private static final Path SOURCES = Path.of("src", "test", "graphql");

  private final Process process;
  private final int port;

  private PostGraphile(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Which server, with which names. */
  public enum Kind {
    /** {@code allApis}; types of other schemas than the first have theirs in front. */
    AMBER_5("", "serve.mjs", false, false),
    /** {@code apis}. */
    SIMPLIFIED_5("", "serve.mjs", true, false),
    AMBER_4("postgraphile-4", "serve.cjs", false, false),
    SIMPLIFIED_4("postgraphile-4", "serve.cjs", true, false),
    /** {@code allApisList}, and no connections. */
    LISTS_4("postgraphile-4", "serve.cjs", false, true);

    private final String folder;
    private final String script;
    private final boolean simple;
    private final boolean lists;

    Kind(String folder, String script, boolean simple, boolean lists) {
      this.folder = folder;
      this.script = script;
      this.simple = simple;
      this.lists = lists;
    }

    private List<String> files() {
      return Stream.concat(
              Stream.of("package.json", "package-lock.json", ".npmrc", script),
              folder.isEmpty() ? Stream.of("no-ruru/package.json") : Stream.empty())
          .toList();
    }

    /** Whether types carry no schema, so that no two may have a table of one name. */
    public boolean hasPlainTypes() {
      return !folder.isEmpty();
    }
  }

  /** Leaves the tests that need Node out where there is none; never in CI. */
  public static void assumeNode() {
    boolean there = NodePackages.runs("node") && NodePackages.runs("npm");
    if (System.getenv("CI") != null) {
      Assertions.assertTrue(there, "CI must have node and npm: PostGraphile is tested against");
    }
    Assumptions.assumeTrue(there, "node or npm is missing: not tested against PostGraphile");
  }

  /** Starts a server that shows these schemas of a database. */
  public static PostGraphile start(Kind kind, String database, List<String> schemas) {
    assumeNode();
    try {
      Path folder =
          NodePackages.install(
              SOURCES.resolve(kind.folder), kind.files(), "graphql/servers" + kind.folder);
      TestServer server = TestServer.shared();
      ProcessBuilder builder =
          new ProcessBuilder("node", kind.script)
              .directory(folder.toFile())
              .redirectError(folder.resolve("server.log").toFile());
      Map<String, String> environment = builder.environment();
      environment.put("SCHEMAS", String.join(",", schemas));
      environment.put("SIMPLE", kind.simple ? "1" : "0");
      environment.put("LISTS", kind.lists ? "1" : "0");
      environment.put(
          "DATABASE",
          "postgres://%s:%s@%s:%d/%s"
              .formatted(server.user, server.password, server.host, server.port, database));
      Process process = builder.start();
      return new PostGraphile(process, port(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready ")) {
        return Integer.parseInt(line.substring(6));
      }
    }
    throw new IOException("PostGraphile did not start; see server.log in target");
  }

  /** Its endpoint. */
  public String url() {
    return "http://127.0.0.1:" + port + "/graphql";
  }

  @Override
  public void close() {
    process.destroy();
  }
}
