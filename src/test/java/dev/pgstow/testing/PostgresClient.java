package dev.pgstow.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** PostgreSQL's own client programs, where they are installed. */
public final class PostgresClient {
  /** The newest server that the {@code pg_dump} of Debian 12 reads. */
  private static final int PG_DUMP_MAJOR = 15;

  private final TestServer server;

  public PostgresClient(TestServer server) {
    this.server = server;
  }

  /**
   * Loads scripts, each in one transaction, and fails at the first error. Without psql: as one
   * query each.
   */
  public void load(String database, List<Path> scripts) throws IOException {
    if (find("psql").isEmpty()) {
      for (Path script : scripts) {
        server.execute(database, withIncludes(script));
      }
      return;
    }
    for (Path script : scripts) {
      List<String> command = new ArrayList<>(List.of("psql", "-X", "-q", "-1"));
      command.addAll(List.of("-v", "ON_ERROR_STOP=1", "-d", database, "-f", script.toString()));
      run(command);
    }
  }

  /** Runs statements one after the other, outside of a transaction. */
  public void loadWithoutTransaction(String database, List<Path> scripts) throws IOException {
    List<String> command = new ArrayList<>(List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"));
    command.addAll(List.of("-d", database));
    scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
    run(command);
  }

  /** What {@code pg_dump --schema-only} says; empty if it is not there or too old. */
  public Optional<String> dump(String database, int major) throws IOException {
    if (major > PG_DUMP_MAJOR || find("pg_dump").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        run(List.of("pg_dump", "--schema-only", "-d", database))
            .lines()
            // A random key, against scripts that smuggle in psql commands.
            .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
            .collect(Collectors.joining("\n")));
  }

  private static String withIncludes(Path script) throws IOException {
    StringBuilder sql = new StringBuilder();
    for (String line : Files.readString(script).split("\n", -1)) {
      if (line.startsWith("\\ir '")) {
        String name = line.substring("\\ir '".length(), line.length() - 1);
        sql.append(Files.readString(script.resolveSibling(name)));
      } else {
        sql.append(line).append('\n');
      }
    }
    return sql.toString();
  }

  private String run(List<String> command) throws IOException {
    Path errors = Files.createTempFile("pgstow-client", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().put("PGHOST", server.host);
      builder.environment().put("PGPORT", "" + server.port);
      builder.environment().put("PGUSER", server.user);
      builder.environment().put("PGPASSWORD", server.password);
      builder.environment().put("PGCLIENTENCODING", "UTF8");
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(
            String.join(" ", command) + "\n" + Files.readString(errors, StandardCharsets.UTF_8));
      }
      return out;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  private static Optional<Path> find(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
