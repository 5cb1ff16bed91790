package dev.pgstow.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.ProgramProcess;
import dev.pgstow.testing.TestServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole export process against the least that could do its work: psql copying the same rows to
 * nowhere, plus a plain loop writing the same files. {@code mvn verify -Pbench}.
 */
@Tag("bench")
class ExportBench {
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void exportCostsAtMostTwoAndAHalfTimesTheBareRoute() throws Exception {
    try (BenchDatabase small = BenchDatabase.create(TestServer.shared(), 20_000, 50_000, 10)) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        Path workspace = workspace("small" + round);
        double export = export(small, workspace, "-Xmx1g");
        double copy = copy(small);
        double loop = loop(workspace.resolve("packages"), folder.resolve("loop" + round));
        ratios.add(export / (copy + loop));
        System.out.printf(
            "export %.2f s, psql %.2f s, plain loop %.2f s: ratio %.2f%n",
            export, copy, loop, export / (copy + loop));
      }
      Collections.sort(ratios);
      assertTrue(ratios.get(ROUNDS / 2) <= 2.5, () -> "median ratio of " + ratios);
    }
  }

  @Test
  void timeGrowsLinearlyAndMemoryDoesNot() throws Exception {
    double one;
    try (BenchDatabase small = BenchDatabase.create(TestServer.shared(), 20_000, 50_000, 10)) {
      one = export(small, workspace("one"), "-Xmx96m");
    }
    try (BenchDatabase large = BenchDatabase.create(TestServer.shared(), 200_000, 500_000, 10)) {
      double ten = export(large, workspace("ten"), "-Xmx96m");
      System.out.printf(
          "-Xmx96m: %.2f s, ten times as large %.2f s: ratio %.2f%n", one, ten, ten / one);
      assertTrue(ten / one <= 13, "ten times the rows took " + ten / one + " times as long");
    }
  }

  private Path workspace(String name) throws IOException {
    Path workspace = Files.createDirectories(folder.resolve(name));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    return workspace;
  }

  private static double export(BenchDatabase database, Path workspace, String heap) {
    TestServer server = database.server();
    long before = System.nanoTime();
    ProgramProcess.Outcome outcome =
        new ProgramProcess(workspace)
            .javaOption(heap)
            .environment("PGPASSWORD", server.password)
            .run(
                "export",
                "--host",
                server.host,
                "--port",
                "" + server.port,
                "--user",
                server.user,
                "--database",
                database.name(),
                "--database-id",
                "bench",
                "--author",
                "Bench <bench@example.com>",
                "--no-input");
    double seconds = seconds(before);
    assertEquals(0, outcome.exit(), outcome.err());
    return seconds;
  }

  private static double copy(BenchDatabase database) throws Exception {
    List<String> command = new ArrayList<>(List.of("psql", "-X", "-q", "-d", database.name()));
    TestServer server = database.server();
    command.addAll(List.of("-h", server.host, "-p", "" + server.port, "-U", server.user));
    for (String table :
        List.of(
            "db_migrate.sql_actions",
            "metaschema_public.database",
            "metaschema_public.schema",
            "metaschema_public.\"table\"",
            "metaschema_public.field")) {
      command.addAll(
          List.of("-c", "\\copy (SELECT * FROM " + table + " ORDER BY id) TO '/dev/null'"));
    }
    ProcessBuilder psql = new ProcessBuilder(command).redirectErrorStream(true);
    psql.redirectOutput(new File("/dev/null"));
    psql.environment().put("PGPASSWORD", server.password);
    long before = System.nanoTime();
    Process process = psql.start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue());
    return seconds(before);
  }

  private static double loop(Path packages, Path target) throws IOException {
    record Content(Path path, byte[] bytes) {}
    List<Content> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(packages)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.add(new Content(packages.relativize(file), Files.readAllBytes(file)));
      }
    }
    long before = System.nanoTime();
    for (Content content : contents) {
      Path file = target.resolve(content.path());
      Files.createDirectories(file.getParent());
      Files.write(file, content.bytes());
    }
    return seconds(before);
  }

  private static double seconds(long before) {
    return (System.nanoTime() - before) / 1e9;
  }
}
