package dev.pgstow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Pdist package} made, as somebody installs it. {@code mvn -Pdist verify}. */
@Tag("dist")
class DistributionTest {
  private static final Path BUILT = Path.of(System.getProperty("pgstow.dist", "target"));
  private static final String VERSION = System.getProperty("pgstow.version", "");
  private static final String NAME = "pgstow-" + VERSION;

  @TempDir Path folder;

  private record Outcome(int exit, String text) {}

  private Path install(String archive) throws Exception {
    // A prefix whose name has to be quoted.
    Path prefix = Files.createDirectories(folder.resolve("my prefix"));
    Outcome tar =
        run(
            Map.of(),
            "tar",
            "-xzf",
            BUILT.resolve(archive).toString(),
            "--strip-components=1",
            "-C",
            prefix.toString());
    assertEquals(0, tar.exit(), tar.text());
    return prefix;
  }

  /** A link elsewhere, as in {@code ~/bin}, to a link to the launcher. */
  private String linked(Path prefix) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("home/bin"));
    Path near =
        Files.createSymbolicLink(bin.resolve("near"), bin.relativize(prefix.resolve("bin/pgstow")));
    return Files.createSymbolicLink(bin.resolve("pgstow"), near.getFileName()).toString();
  }

  private Outcome run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(Files.createDirectories(folder.resolve("home")).toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    return new Outcome(process.exitValue(), text);
  }

  /** The homes of the Javas on this machine, one of each version. */
  private static Map<Integer, Path> javas() throws IOException {
    Map<Integer, Path> javas = new TreeMap<>();
    List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> folders = Files.list(installed)) {
        homes.addAll(folders.toList());
      }
    }
    for (Path home : homes) {
      Path release = home.resolve("release");
      if (Files.isExecutable(home.resolve("bin/java")) && Files.exists(release)) {
        Matcher version =
            Pattern.compile("JAVA_VERSION=\"(\\d+)").matcher(Files.readString(release));
        if (version.find() && Integer.parseInt(version.group(1)) >= 17) {
          javas.putIfAbsent(Integer.valueOf(version.group(1)), home);
        }
      }
    }
    return javas;
  }

  @Test
  void itRunsFromAnywhereOnEveryJavaThatIsHere() throws Exception {
    String pgstow = linked(install(NAME + ".tar.gz"));
    Map<Integer, Path> javas = javas();
    System.out.println("tried on Java " + javas.keySet());
    assertFalse(javas.isEmpty());
    for (Path home : javas.values()) {
      Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
      assertEquals(
          new Outcome(0, NAME.replace('-', ' ') + "\n"), run(environment, pgstow, "--version"));
      Outcome init = run(environment, pgstow, "init", "of-" + home.getFileName());
      assertEquals(0, init.exit(), init.text());
      // Silent on what a new Java warns of.
      assertEquals(1, init.text().lines().count(), init.text());
    }
  }

  @Test
  void itRunsWithoutAHome() throws Exception {
    String pgstow = linked(install(NAME + ".tar.gz"));
    Map<String, String> environment =
        Map.of("HOME", "/nonexistent", "JAVA_HOME", System.getProperty("java.home"));
    assertEquals(
        new Outcome(0, NAME.replace('-', ' ') + "\n"), run(environment, pgstow, "--version"));
  }

  @Test
  void withoutAJavaItSaysSo() throws Exception {
    String pgstow = linked(install(NAME + ".tar.gz"));
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("sh", "readlink", "mkdir", "sed")) {
      Files.createSymbolicLink(tools.resolve(tool), Path.of("/bin", tool));
    }
    Outcome outcome = run(Map.of("PATH", tools.toString()), "/bin/sh", pgstow, "--version");
    assertEquals(1, outcome.exit(), outcome.text());
    assertTrue(outcome.text().contains("Java 17 or newer"), outcome.text());
  }

  @Test
  void itsOwnRuntimeIsEnoughForTheDemo() throws Exception {
    assumeTrue(Files.exists(BUILT.resolve(NAME + "-runtime.tar.gz")), "there was no jlink");
    String pgstow = linked(install(NAME + "-runtime.tar.gz"));
    Outcome demo = run(Map.of("JAVA_HOME", "/nonexistent"), pgstow, "demo", "--headless");
    assertEquals(0, demo.exit(), demo.text());
  }

  @Test
  void whatTheSystemLooksForIsInItsPlace() throws Exception {
    Path share = install(NAME + ".tar.gz").resolve("share");
    for (String file :
        List.of(
            "man/man1/pgstow.1",
            "man/man1/pgstow-export.1",
            "bash-completion/completions/pgstow",
            "zsh/site-functions/_pgstow",
            "fish/vendor_completions.d/pgstow.fish",
            "doc/pgstow/README.md",
            "doc/pgstow/LICENSE")) {
      assertTrue(Files.size(share.resolve(file)) > 0, file);
    }
  }

  @Test
  void everyLibraryIsNamedWithItsLicence() throws Exception {
    Path prefix = install(NAME + ".tar.gz");
    String named = Files.readString(prefix.resolve("share/doc/pgstow/licences/THIRD-PARTY.txt"));
    try (Stream<Path> jars = Files.list(prefix.resolve("lib/pgstow/lib"))) {
      for (Path jar : jars.toList()) {
        String artifact = jar.getFileName().toString().replaceFirst("-\\d[^-]*(-\\d+)?\\.jar$", "");
        assertTrue(named.contains(":" + artifact + ":"), artifact);
      }
    }
  }
}
