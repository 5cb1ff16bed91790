package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual, as groff sets it. */
class ManPagesCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    Cli cli = new Cli(folder);
    assertEquals(0, cli.run("man-pages", "manual/man1"), cli::err);
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("manual/man1"))) {
      return files.sorted().toList();
    }
  }

  /** What a page looks like, or what groff has to say against it. */
  private static String rendered(Path page, String... options) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "groff is not installed");
    List<String> command =
        Stream.concat(
                Stream.of("/usr/bin/groff", "-man", "-Tutf8", "-ww", "-P-c", "-P-b", "-P-u"),
                Stream.concat(Stream.of(options), Stream.of(page.toString())))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), text);
    return text;
  }

  @Test
  void thereIsAPageForEveryCommand() throws IOException {
    List<String> names = pages().stream().map(it -> it.getFileName().toString()).toList();
    assertTrue(
        names.containsAll(List.of("pgstow.1", "pgstow-export.1", "pgstow-data-verify.1")),
        names::toString);
  }

  @Test
  void groffFindsNoFaultInAnyPage() throws Exception {
    for (Path page : pages()) {
      // -z: warnings only.
      assertEquals("", rendered(page, "-z"), page::toString);
    }
  }

  @Test
  void aPageTellsWhatTheHelpTells() throws Exception {
    String page = rendered(folder.resolve("manual/man1/pgstow-data.1"));
    for (String told :
        List.of(
            "pgstow data [OPTION]... [COMMAND]",
            "--jobs N",
            "pgstow data -d inventory --where \"products=unit_price > 20\" --yes",
            "pgstow-data-verify(1)")) {
      assertTrue(page.replaceAll("\\s+", " ").contains(told), () -> told + " in " + page);
    }
  }

  @Test
  void theFirstPageTellsExitCodesAndEnvironment() throws Exception {
    String page = rendered(folder.resolve("manual/man1/pgstow.1"));
    assertTrue(page.contains("EXIT STATUS") && page.contains("PGSTOW_JAVA_OPTS"), page);
  }

  @Test
  void aFolderThatCannotBeWrittenIsAFailure() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Cli cli = new Cli(folder);
    assertEquals(1, cli.run("man-pages", "file/man1", "--json"));
    assertTrue(cli.out().contains("\"man-pages\""), cli::out);
  }
}
