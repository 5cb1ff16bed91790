package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each exit code by a real command; those of signals are in {@link InterruptedExportTest} and
 * {@link InterruptedLifecycleTest}.
 */
class ExitCodesTest {
  private static final Pattern ROW = Pattern.compile("^\\| `?(\\d+)`?(?:, `?(\\d+)`?)* \\|.*");

  @TempDir Path folder;
  private String database;
  private Cli cli;

  @BeforeEach
  void makeDatabase() {
    database = TestServer.shared().createDatabase();
    TestServer.shared().execute(database, "CREATE TABLE t (id int)");
    cli = new Cli(folder);
  }

  @AfterEach
  void dropDatabase() {
    TestServer.shared().dropDatabase(database);
  }

  private void assertExit(ExitCode expected, String... arguments) {
    assertEquals(expected.code(), cli.run(arguments), cli.err() + cli.out());
  }

  @Test
  void doneIs0() {
    assertExit(ExitCode.DONE, "config");
    assertExit(ExitCode.DONE, "--version");
    assertExit(ExitCode.DONE, "data", "-d", database, "--dry-run");
  }

  @Test
  void failedIs1() {
    assertExit(ExitCode.FAILED, "data", "-d", "no-such-database");
    assertExit(ExitCode.FAILED, "recover");
    assertExit(ExitCode.FAILED, "doctor", "--port", "1");
  }

  @Test
  void usageIs2() {
    assertExit(ExitCode.USAGE, "data", "--no-such-flag");
    assertExit(ExitCode.USAGE, "no-such-command");
    assertExit(ExitCode.USAGE, "data", "-d", database, "--jobs", "0");
    assertExit(ExitCode.USAGE, "wizard");
    assertExit(ExitCode.USAGE, "data");
  }

  @Test
  void aVerificationThatFailedIs3() throws IOException {
    assertExit(ExitCode.DONE, "data", "-d", database);
    Files.writeString(folder.resolve("migration-data/t.json"), "[1]");
    assertExit(ExitCode.VERIFICATION, "data", "verify");
  }

  @Test
  void driftIs4WithStrict() throws IOException {
    assertExit(ExitCode.DONE, "dump", "-d", database);
    TestServer.shared().execute(database, "CREATE TABLE hotfix (id int)");
    assertExit(ExitCode.DONE, "drift", "-d", database, "--baseline-hash");
    assertExit(ExitCode.DRIFT, "drift", "-d", database, "--baseline-hash", "--strict");
  }

  @Test
  void declinedIs5() throws IOException {
    assertExit(ExitCode.DONE, "dump", "-d", database);
    Files.writeString(folder.resolve("schema/tables/public.t.sql"), "-- mine\n");
    assertExit(ExitCode.DECLINED, "dump", "-d", database, "--force", "--no-input");
  }

  @Test
  void theReadmeListsEachOne() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table = readme.substring(readme.indexOf("### Exit codes"));
    Set<Integer> listed = new TreeSet<>();
    for (String line : table.lines().skip(1).takeWhile(it -> !it.startsWith("#")).toList()) {
      if (ROW.matcher(line).matches()) {
        Matcher numbers = Pattern.compile("\\d+").matcher(line.split("\\|", -1)[1]);
        while (numbers.find()) {
          listed.add(Integer.parseInt(numbers.group()));
        }
      }
    }
    assertEquals(
        Arrays.stream(ExitCode.values()).map(ExitCode::code).collect(Collectors.toSet()), listed);
  }
}
