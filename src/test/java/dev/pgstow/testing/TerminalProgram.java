package dev.pgstow.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Java program in a {@link Tmux}, with what {@code stty -a} said before and after it. */
public final class TerminalProgram {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Tmux tmux;
  private final Path folder;
  private final Path directory;
  private final Map<String, String> environment = new LinkedHashMap<>();

  /**
   * A program to be run.
   *
   * @param folder for what is noted about its run
   * @param directory to run it in
   */
  public TerminalProgram(Tmux tmux, Path folder, Path directory) {
    this.tmux = tmux;
    this.folder = folder;
    this.directory = directory;
    environment.put("LC_ALL", "C.UTF-8");
  }

  public TerminalProgram environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Starts java with options and a main class, on the class path of the tests. */
  public void start(String mainClass, String... arguments)
      throws IOException, InterruptedException {
    for (String name : List.of("before", "after", "code", "pid")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    StringBuilder script = new StringBuilder("echo $$ >" + word(folder.resolve("pid")) + "\n");
    for (String name : System.getenv().keySet()) {
      if (name.startsWith("PG") || name.equals("DATABASE_URL")) {
        script.append("unset ").append(name).append('\n');
      }
    }
    environment.forEach(
        (name, value) ->
            script.append("export ").append(name).append('=').append(word(value)).append('\n'));
    script.append("exec ").append(word(Path.of(System.getProperty("java.home"), "bin", "java")));
    script.append(" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp ").append(word(classPath()));
    script.append(' ').append(mainClass);
    for (String argument : arguments) {
      script.append(' ').append(word(argument));
    }
    Path program = Files.writeString(folder.resolve("program.sh"), script + "\n");
    Path run =
        Files.writeString(
            folder.resolve("run.sh"),
            """
            here=%s
            cd %s
            trap : INT
            clear
            stty -a >$here/before
            sh %s
            echo $? >$here/code
            stty -a >$here/after.part
            mv $here/after.part $here/after
            """
                .formatted(word(folder), word(directory), word(program)));
    tmux.type("sh " + word(run));
    tmux.keys("Enter");
  }

  /** Sends a signal, such as {@code TERM}. */
  public void signal(String name) throws IOException, InterruptedException {
    String pid = Files.readString(folder.resolve("pid")).strip();
    new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
  }

  /** Waits for its end; returns the exit code. */
  public int awaitEnd() throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!Files.exists(folder.resolve("after"))) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("still running:\n" + tmux.screen());
      }
      Thread.sleep(20);
    }
    return Integer.parseInt(Files.readString(folder.resolve("code")).strip());
  }

  /** What differs in the terminal from before the run; empty if nothing does. */
  public String difference() throws IOException, InterruptedException {
    String before = Files.readString(folder.resolve("before"));
    String after = Files.readString(folder.resolve("after"));
    String modes = tmux.modes();
    return (before.equals(after) ? "" : before + "became\n" + after)
        + (modes.equals("1 0 0") ? "" : "cursor, alternate screen, mouse: " + modes);
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator);
  }

  private static String word(Object value) {
    return "'" + value.toString().replace("'", "'\\''") + "'";
  }
}
