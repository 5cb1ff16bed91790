package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts, in the shells they are for. The program they ask for names is a stand-in. */
class CompletionCommandTest {
  @TempDir Path folder;

  private Path script(String shell) throws IOException {
    Cli cli = new Cli(folder);
    assertEquals(0, cli.run("completion", shell), cli::err);
    return Files.writeString(folder.resolve("completion." + shell), cli.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void itsShellParsesIt(String shell) throws Exception {
    Path script = script(shell);
    assumeInstalled(shell);
    assertEquals(List.of(), run(shell, "-n", script.toString()));
  }

  @Test
  void anUnknownShellIsRefused() {
    Cli cli = new Cli(folder);
    assertEquals(2, cli.run("completion", "tcsh", "--json"));
    assertTrue(cli.out().contains("\"shell-unknown\""), cli::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `pgstow dem`                          | demo
          `pgstow data v`                       | verify
          `pgstow dump --lay`                   | --layout
          `pgstow dump --layout `               | per-kind flat package
          `pgstow dump --layout=f`              | flat
          `pgstow config --log-format `         | text json
          `pgstow --no-c`                       | --no-color
          `pgstow export -d c`                  | crm
          `pgstow export --database=my`         | my\\ db
          `pgstow deploy `                      | crm my\\ db a:b x\\$\\(touch\\ pwned\\)
          `pgstow deploy crm -d crm --to a:`    | b
          `pgstow export --author `             | ``
          """)
  void bashOffersWhatMayFollow(String line, String offered) throws Exception {
    assumeInstalled("bash");
    Path harness =
        Files.writeString(
            folder.resolve("harness.bash"),
            """
            source %s
            COMP_LINE=$1 COMP_POINT=${#1}
            split=${1//=/ = } split=${split//:/ : }
            read -ra COMP_WORDS <<<"$split"
            if [[ $1 == *' ' ]]; then COMP_WORDS+=(''); fi
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _pgstow
            printf '%%s\\n' "${COMPREPLY[*]}"
            """
                .formatted(script("bash")));
    assertEquals(List.of(offered), run("bash", harness.toString(), line));
    assertNothingRan();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `pgstow dem`                          | demo
          `pgstow data v`                       | verify
          `pgstow dump --lay`                   | --layout
          `pgstow dump --layout `               | flat package per-kind
          `pgstow dump --layout=f`              | --layout=flat
          `pgstow --no-c`                       | --no-color
          `pgstow export -d c`                  | crm
          `pgstow deploy `                      | a:b crm my db x$(touch pwned)
          `pgstow deploy crm -d crm --to a`     | a:b
          """)
  void fishOffersWhatMayFollow(String line, String offered) throws Exception {
    assumeInstalled("fish");
    List<String> lines =
        run("fish", "-c", "source " + script("fish") + "; complete -C '" + line + "'");
    assertEquals(
        offered, String.join(" ", lines.stream().map(it -> it.replaceFirst("\t.*", "")).toList()));
    assertNothingRan();
  }

  @Test
  void namesAreAskedForWithTheWordsSoFar() throws Exception {
    assumeInstalled("fish");
    run(
        "fish",
        "-c",
        "source " + script("fish") + "; complete -C 'pgstow revert crm -p 5433 --to '");
    assertEquals(
        List.of("__complete change revert crm -p 5433"),
        Files.readAllLines(folder.resolve("asked")).stream().distinct().toList());
  }

  private void assertNothingRan() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.noneMatch(it -> it.endsWith("pwned")));
    }
  }

  /** Runs it where {@code pgstow} knows some names; returns all that it prints. */
  private List<String> run(String... command) throws IOException, InterruptedException {
    Path standIn = Files.createDirectories(folder.resolve("bin")).resolve("pgstow");
    Files.writeString(
        standIn,
        """
        #!/bin/sh
        echo "$*" >>asked
        printf '%s\\n' crm 'my db' a:b 'x$(touch pwned)'
        """);
    assertTrue(standIn.toFile().setExecutable(true));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().merge("PATH", standIn.getParent() + ":", (old, ours) -> ours + old);
    builder.environment().put("HOME", folder.toString());
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    List<String> lines =
        new ArrayList<>(
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return lines;
  }

  private static void assumeInstalled(String shell) {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    assumeTrue(there, shell + " is not installed");
  }
}
