package dev.pgstow.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, on the classes under test. */
public final class ProgramProcess {
  /** Runs the rest of the command line with SIGINT as a terminal's programs have it. */
  private static final List<String> TAKES_INTERRUPTS =
      List.of("perl", "-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV or die");

  private final List<String> prefix = new ArrayList<>();
  private final List<String> javaOptions = new ArrayList<>();
  private final Path directory;
  private final Map<String, String> environment = new java.util.HashMap<>();

  /** What a run printed and exited with. */
  public record Outcome(int exit, String out, String err) {}

  public ProgramProcess(Path directory) {
    this.directory = directory;
  }

  public ProgramProcess javaOption(String option) {
    javaOptions.add(option);
    return this;
  }

  /** Makes it hear SIGINT even where a shell's background job, which ignores it, runs the tests. */
  public ProgramProcess takesInterrupts() {
    prefix.addAll(TAKES_INTERRUPTS);
    return this;
  }

  public ProgramProcess environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Starts it; output goes to the files {@code out} and {@code err} beside the directory. */
  public Process start(String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(javaOptions);
    command.add("-cp");
    command.add(classPath());
    command.add("dev.pgstow.Pgstow");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.equals("DATABASE_URL"));
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    builder.redirectOutput(output("out").toFile()).redirectError(output("err").toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it to its end, five minutes at most. */
  public Outcome run(String... arguments) {
    try {
      Process process = start(arguments);
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running: " + List.of(arguments));
      }
      return new Outcome(
          process.exitValue(),
          Files.readString(output("out"), StandardCharsets.UTF_8),
          Files.readString(output("err"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path output(String name) {
    return directory.resolveSibling(directory.getFileName() + "." + name);
  }

  private static String classPath() {
    // The test classes stay outside: the program must run without them.
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.endsWith("test-classes")) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }
}
