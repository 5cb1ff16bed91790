package dev.pgstow.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** psql on the tests' server. */
public final class Psql {
  private Psql() {}

  /** Runs it to its end; fails if it does. */
  public static void run(String database, String... arguments)
      throws IOException, InterruptedException {
    TestServer server = TestServer.shared();
    List<String> command = new ArrayList<>(List.of("psql", "-X", "-q"));
    command.addAll(List.of("-h", server.host, "-p", "" + server.port, "-U", server.user));
    command.addAll(List.of("-d", database));
    command.addAll(List.of(arguments));
    ProcessBuilder psql = new ProcessBuilder(command);
    psql.environment().put("PGPASSWORD", server.password);
    psql.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    psql.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = psql.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    if (process.exitValue() != 0) {
      throw new IOException("exit " + process.exitValue() + ": " + command);
    }
  }
}
