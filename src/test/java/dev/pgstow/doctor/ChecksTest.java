package dev.pgstow.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  private static final ServerFacts WELL =
      new ServerFacts(
          true, true, true, true, true, true, true, false, false, "UTF8", "0", 6400, 90, 10, 0, 0);

  private static List<String> idents(Check check) {
    return check.findings().stream().map(Finding::ident).toList();
  }

  @Test
  void anOldJavaIsAProblemAndLittleMemoryAWarning() {
    assertEquals(
        List.of("java-version"), idents(new JavaCheck(17, "17.0.1", "X", 1L << 30, "UTF-8")));
    List<Finding> found = new JavaCheck(11, "11", "X", 1L << 20, "ANSI_X3.4-1968").findings();
    assertEquals(Finding.Severity.PROBLEM, found.get(0).severity());
    assertEquals(
        List.of("java-version", "java-memory", "java-file-names"),
        found.stream().map(Finding::ident).toList());
  }

  @Test
  void aFolderThatIsNotThereIsJudgedByTheOneAbove(@TempDir Path folder) {
    DiskCheck check = new DiskCheck(Map.of("modules", folder.resolve("a/b")));
    assertEquals(List.of("disk-space"), idents(check));
    assertTrue(check.findings().get(0).message().contains("modules"));
  }

  @Test
  void aFolderThatCannotBeMadeIsAProblem(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("packages"), "no folder");
    Finding finding = new DiskCheck(Map.of("modules", file.resolve("crm"))).findings().get(0);
    assertEquals("folder-not-writable", finding.ident());
    assertEquals(Finding.Severity.PROBLEM, finding.severity());
  }

  @Test
  void aServerThatIsWellHasNothingButItsName() {
    assertEquals(
        List.of("server-reached"), idents(new ServerCheck("a@db:5432/x", "17.4", 17, WELL)));
  }

  @Test
  void allThatCanBeWrongWithAServerIsTold() {
    ServerFacts bad =
        new ServerFacts(
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            "SQL_ASCII",
            "30s",
            64,
            1,
            100,
            3,
            2);
    assertEquals(
        List.of(
            "server-reached",
            "server-too-old",
            "not-encrypted",
            "read-only",
            "encoding",
            "statement-timeout",
            "few-locks",
            "few-connections"),
        idents(new ServerCheck("a@db:5432/x", "13.2", 13, bad)));
    assertTrue(idents(new ServerCheck("a", "19.0", 19, WELL)).contains("server-too-new"));
    assertEquals(
        List.of(
            "row-security",
            "not-readable",
            "create-denied",
            "replication-role-denied",
            "createdb-denied",
            "createrole-denied"),
        idents(new RightsCheck("ada", bad)));
  }

  @Test
  void everyFindingThatIsNotFineSaysWhatToDo() {
    ServerFacts bad =
        new ServerFacts(
            false, false, false, false, false, false, false, false, true, "LATIN1", "1s", 1, 0, 9,
            9, 9);
    for (Check check :
        List.of(
            new ServerCheck("a", "13", 13, bad),
            new RightsCheck("a", bad),
            new JavaCheck(11, "11", "X", 1, "x"))) {
      for (Finding finding : check.findings()) {
        assertEquals(
            finding.severity() == Finding.Severity.OK, finding.hint().isEmpty(), finding.ident());
      }
    }
  }
}
