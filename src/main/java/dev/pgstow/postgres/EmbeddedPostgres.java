package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A PostgreSQL server of our own on a free loopback port, for the demo, scratch databases and
 * tests. User {@code postgres}, no password, reachable from this machine only. The caller closes
 * it; if the process dies without closing, a watcher stops the server and removes its data.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofSeconds(90);

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final Optional<Process> watcher;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Optional<Process> watcher) {
    this.server = server;
    this.watcher = watcher;
  }

  /**
   * Starts a server with further settings of {@code postgresql.conf}.
   *
   * @throws Failure {@code embedded-server} if it can't be started
   */
  public static EmbeddedPostgres start(Map<String, String> settings) {
    return start(settings, Optional.empty());
  }

  /**
   * Starts a server of a major version.
   *
   * @throws Failure {@code embedded-server-major} if there is none; {@code embedded-server} if it
   *     can't be started
   */
  public static EmbeddedPostgres start(
      int major, ServerBinaries binaries, Map<String, String> settings) {
    Path archive =
        binaries
            .of(major)
            .orElseThrow(
                () ->
                    Failure.failed(
                        "embedded-server-major",
                        "No PostgreSQL " + major + " came with this pgstow.",
                        "It has: " + binaries.archives().keySet() + "."));
    return start(settings, Optional.of(archive));
  }

  private static EmbeddedPostgres start(Map<String, String> settings, Optional<Path> archive) {
    try {
      Path data = Files.createTempDirectory("pgstow-server-");
      var builder =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(true)
              .setPGStartupWait(STARTUP)
              .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
              .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
      settings.forEach(builder::setServerConfig);
      archive.ifPresent(it -> builder.setPgBinaryResolver((system, machine) -> binary(it)));
      var server = builder.start();
      return new EmbeddedPostgres(server, watch(data));
    } catch (IOException | RuntimeException e) {
      throw Failure.failed(
          "embedded-server",
          "The embedded PostgreSQL server could not be started: " + e.getMessage(),
          "Check that the temporary folder is writable and has some 200 MB free.",
          e);
    }
  }

  /** The one compressed tree that an archive holds. */
  private static InputStream binary(Path archive) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry tree =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".txz"))
              .findFirst()
              .orElseThrow(() -> new IOException(archive + " holds no server"));
      return new ByteArrayInputStream(zip.getInputStream(tree).readAllBytes());
    }
  }

  /** The port on the loopback address. */
  public int port() {
    return server.getPort();
  }

  /** The host to connect to. */
  public String host() {
    return "localhost";
  }

  /** The superuser. */
  public String user() {
    return "postgres";
  }

  /** Stops the server and removes its data. */
  @Override
  public void close() {
    // First, and for good: a watcher woken after the server is gone could hit a reused process id.
    watcher.ifPresent(Process::destroyForcibly);
    try {
      server.close();
    } catch (IOException e) {
      throw Failure.failed(
          "embedded-server", "The embedded server did not stop: " + e.getMessage(), "", e);
    }
  }

  /**
   * A shell that blocks on a pipe from this process. When the process is gone, however it died, the
   * read ends and the shell stops the server.
   */
  private static Optional<Process> watch(Path data) throws IOException {
    if (!Files.isExecutable(Path.of("/bin/sh"))) {
      return Optional.empty();
    }
    Path pidFile = data.resolve("postmaster.pid");
    List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
    String script =
        "trap '' INT HUP TERM; read gone; kill -QUIT \"$1\" 2>/dev/null; sleep 1; rm -rf \"$2\"";
    Process process =
        new ProcessBuilder(
                "/bin/sh", "-c", script, "pgstow-watch", lines.get(0).trim(), data.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return Optional.of(process);
  }
}
