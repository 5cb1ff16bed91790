package dev.pgstow.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.failure.Failure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NpmCommandTest {
  private static final NpmSpec SPEC = new NpmSpec("@acme/a", "^1.0.0");

  @TempDir Path root;
  @TempDir Path destination;
  @TempDir Path bin;
  private NpmExecutable executable;

  @BeforeEach
  void nameTheFakeNpm() {
    executable = new NpmExecutable(bin.toString(), "npm");
  }

  @Test
  void theRealNpmPacksAFolder() throws IOException {
    assumeTrue(npmIsThere(), "no npm on the PATH");
    Path source = Files.createDirectory(root.resolve("a"));
    Files.writeString(
        source.resolve("package.json"),
        """
        {"name": "@acme/a", "version": "1.0.0", "scripts": {"prepack": "exit 1"}}
        """);
    Files.writeString(source.resolve("a.control"), "");
    Files.writeString(source.resolve("pgpm.plan"), "%project=a\n");

    Path tarball = new NpmCommand(root).pack("./a", destination);

    Path unpacked = Files.createDirectory(destination.resolve("unpacked"));
    new Tarball(tarball, "a").unpack(unpacked);
    assertEquals("a", ModuleFolder.read(unpacked).controlName());
    assertEquals("@acme/a", ModuleFolder.read(unpacked).npmName());
  }

  @Test
  void theRealNpmsWordsAreTold() {
    assumeTrue(npmIsThere(), "no npm on the PATH");

    Failure failure =
        assertThrows(Failure.class, () -> new NpmCommand(root).pack("./lost", destination));

    assertEquals("npm-failed", failure.ident());
    assertTrue(failure.getMessage().contains("ENOENT"), failure.getMessage());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void runsNpmInTheWorkspaceWithoutScriptsOrInput() throws IOException {
    fakeNpm(
        """
        test -z "$(cat)" || exit 9
        pwd -P > "$4/cwd"; printf '%s\\n' "$@" > "$4/arguments"; : > "$4/a-1.0.0.tgz"
        """);

    Path tarball = pack();

    assertEquals(destination.resolve("a-1.0.0.tgz"), tarball);
    assertEquals(
        root.toRealPath().toString(), Files.readString(destination.resolve("cwd")).strip());
    assertEquals(
        List.of(
            "pack",
            "@acme/a@^1.0.0",
            "--pack-destination",
            destination.toString(),
            "--json",
            "--ignore-scripts",
            "--loglevel=error"),
        Files.readAllLines(destination.resolve("arguments")));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void tellsNpmsWordsWithoutCredentialsAndWhatToDo() throws IOException {
    fakeNpm(
        """
        echo 'npm error code E401' >&2
        echo 'npm error GET https://me:hunter2@npm.test/a _authToken=hunter3' >&2
        exit 1
        """);

    Failure failure = assertThrows(Failure.class, this::pack);

    assertEquals("npm-failed", failure.ident());
    assertTrue(failure.getMessage().contains("@acme/a@^1.0.0"), failure.getMessage());
    assertTrue(failure.getMessage().contains("code E401\nGET https://***@npm.test/a"));
    assertFalse(failure.getMessage().contains("hunter"), failure.getMessage());
    assertTrue(failure.hint().contains("npm login"), failure.hint());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void muchTalkDoesNotBlockIt() throws IOException {
    fakeNpm(
        """
        i=0; while [ $i -lt 20000 ]; do echo 0123456789; echo 0123456789 >&2; i=$((i+1)); done
        exit 1
        """);

    assertTrue(
        assertThrows(Failure.class, this::pack).getMessage().endsWith("0123456789\n0123456789"));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anNpmThatHangsIsStoppedWithItsChildren() throws IOException {
    fakeNpm("sleep 60 & echo $! > \"$4/child\"; wait\n");
    NpmCommand npm = new NpmCommand(root, executable, Duration.ofSeconds(1));

    Failure failure = assertThrows(Failure.class, () -> npm.pack(SPEC, destination));

    assertEquals("npm-failed", failure.ident());
    assertTrue(failure.getMessage().contains("within 1 seconds"), failure.getMessage());
    long child = Long.parseLong(Files.readString(destination.resolve("child")).strip());
    ProcessHandle.of(child)
        .ifPresent(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    assertFalse(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anInterruptStopsIt() throws IOException {
    fakeNpm("exec sleep 60\n");
    Thread.currentThread().interrupt();

    Failure failure = assertThrows(Failure.class, this::pack);

    assertTrue(Thread.interrupted());
    assertEquals("interrupted", failure.ident());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anNpmThatWasInterruptedWasInterrupted() throws IOException {
    fakeNpm("exit 130\n");

    assertEquals("interrupted", assertThrows(Failure.class, this::pack).ident());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void anNpmThatLeavesNoTarballHasFailed() throws IOException {
    fakeNpm("exit 0\n");

    assertEquals("npm-failed", assertThrows(Failure.class, this::pack).ident());
  }

  @Test
  void withoutNpmItSaysHowToGetIt() {
    Failure failure = assertThrows(Failure.class, this::pack);

    assertEquals("npm-missing", failure.ident());
    assertTrue(failure.hint().contains("Node.js"), failure.hint());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void relativeFoldersOfThePathAreNotLookedInto() throws IOException {
    fakeNpm("exit 0\n");
    Path relative = Path.of("").toAbsolutePath().relativize(bin.toAbsolutePath());
    executable = new NpmExecutable(File.pathSeparator + "." + File.pathSeparator + relative, "npm");

    assertEquals("npm-missing", assertThrows(Failure.class, this::pack).ident());
  }

  private Path pack() {
    return new NpmCommand(root, executable, Duration.ofSeconds(30)).pack(SPEC, destination);
  }

  private void fakeNpm(String script) throws IOException {
    Path file = Files.writeString(bin.resolve("npm"), "#!/bin/sh\n" + script);
    assertTrue(file.toFile().setExecutable(true));
  }

  private static boolean npmIsThere() {
    try {
      return Files.exists(NpmExecutable.ofThisSystem().find());
    } catch (Failure e) {
      return false;
    }
  }
}
