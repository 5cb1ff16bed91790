package dev.pgstow.install;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The {@code npm} on the PATH, run in the workspace root so that its {@code .npmrc}, and with it
 * the user's registries and credentials, apply. No script of a package is run.
 */
public final class NpmCommand implements Npm {
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  /** Variables that may hold secrets of the database's, which npm has no need to know. */
  private static final Set<String> OURS = Set.of("PGPASSWORD", "DATABASE_URL", "PGSTOW_TOKEN");

  private static final int TAIL_BYTES = 16 * 1024;

  private final Path workspaceRoot;
  private final NpmExecutable executable;
  private final Duration timeLimit;

  /** The npm of this process's PATH; looked for when it is first needed. */
  public NpmCommand(Path workspaceRoot) {
    this(workspaceRoot, NpmExecutable.ofThisSystem(), TIME_LIMIT);
  }

  NpmCommand(Path workspaceRoot, NpmExecutable executable, Duration timeLimit) {
    this.workspaceRoot = workspaceRoot;
    this.executable = executable;
    this.timeLimit = timeLimit;
  }

  @Override
  public Path pack(NpmSpec spec, Path destination) {
    return pack(spec.toString(), destination);
  }

  /** Packs whatever npm takes {@code what} for; the public way in takes registry packages only. */
  Path pack(String what, Path destination) {
    Path npm = executable.find();
    List<String> command =
        List.of(
            npm.toString(),
            "pack",
            what,
            "--pack-destination",
            destination.toAbsolutePath().toString(),
            "--json",
            "--ignore-scripts",
            "--loglevel=error");
    Path errors = destination.resolve("npm.stderr");
    try {
      int code = run(what, command, errors);
      if (code == ExitCode.INTERRUPTED.code()) {
        throw interrupted(what);
      }
      if (code != 0) {
        throw failed(what, "it ended with exit code " + code, tail(errors));
      }
      // npm's JSON names the file differently from version to version; the folder doesn't lie.
      return tarball(destination)
          .orElseThrow(() -> failed(what, "it left no tarball", tail(errors)));
    } catch (IOException e) {
      throw Failure.failed(
          "npm-failed",
          "npm could not be run for " + what + ": " + e.getMessage(),
          "Check that `npm --version` works in " + workspaceRoot + ".",
          e);
    }
  }

  private int run(String what, List<String> command, Path errors) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workspaceRoot.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(errors.toFile());
    builder.environment().keySet().removeAll(OURS);
    Process process = builder.start();
    Thread onExit = new Thread(() -> stop(process), "pgstow-stop-npm");
    boolean hooked = hook(onExit);
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed(
            what, "it did not finish within " + timeLimit.toSeconds() + " seconds", tail(errors));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(what);
    } finally {
      stop(process);
      if (hooked) {
        unhook(onExit);
      }
    }
  }

  private static void stop(Process process) {
    if (process.isAlive()) {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static boolean hook(Thread thread) {
    try {
      Runtime.getRuntime().addShutdownHook(thread);
      return true;
    } catch (IllegalStateException alreadyShuttingDown) {
      return false;
    }
  }

  private static void unhook(Thread thread) {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook runs, and finds the process ended.
    }
  }

  private static Optional<Path> tarball(Path destination) throws IOException {
    try (Stream<Path> files = Files.list(destination)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".tgz")).findFirst();
    }
  }

  private static NpmWords tail(Path errors) {
    try (RandomAccessFile file = new RandomAccessFile(errors.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] bytes = new byte[(int) Math.min(TAIL_BYTES, file.length())];
      file.readFully(bytes);
      return new NpmWords(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new NpmWords("");
    }
  }

  private static Failure interrupted(String what) {
    return Failure.interrupted("Fetching " + what + " was interrupted.");
  }

  private static Failure failed(String what, String how, NpmWords words) {
    String said = words.lastLines();
    return Failure.failed(
        "npm-failed",
        "npm could not fetch " + what + ": " + how + (said.isEmpty() ? "." : ".\n" + said),
        hint(words.code()));
  }

  private static String hint(String code) {
    return switch (code) {
      case "E404" ->
          "Check the name, and that .npmrc names the registry that has it, with rights to read it.";
      case "ETARGET" -> "Ask for a version that exists; `npm view NAME versions` lists them.";
      case "E401", "E403", "ENEEDAUTH" -> "Log in to that registry with `npm login`.";
      case "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT" ->
          "Check the network, and the proxy and registry in npm's configuration (`npm config ls`).";
      default -> "Try the same with `npm pack` in the workspace to see all that npm says.";
    };
  }
}
