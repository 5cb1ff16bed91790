package dev.pgstow.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run of the program finds around itself.
 *
 * @param environment the environment variables
 * @param home the user's home folder
 * @param user the operating system's name of the user
 * @param directory the working directory
 * @param out standard output: results
 * @param err standard error: progress, warnings, failures
 * @param terminals which standard streams are terminals: some of {@code 0}, {@code 1}, {@code 2}
 * @param log what writes on standard error where more than text is wanted
 */
public record Surroundings(
    Map<String, String> environment,
    Path home,
    String user,
    Path directory,
    PrintStream out,
    PrintStream err,
    String terminals,
    Log log) {

  /** With a log of plain lines. */
  public Surroundings(
      Map<String, String> environment,
      Path home,
      String user,
      Path directory,
      PrintStream out,
      PrintStream err,
      String terminals) {
    this(environment, home, user, directory, out, err, terminals, Log.plain(err));
  }

  /** This process's. */
  public static Surroundings ofProcess() {
    Charset charset = terminalCharset();
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        environment,
        home(environment, System.getProperty("user.home", "")),
        user(environment, System.getProperty("user.name", "")),
        Path.of("").toAbsolutePath(),
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        System.getProperty("pgstow.tty", System.console() == null ? "" : "012"));
  }

  /**
   * {@code $HOME}, as libpq 15 and later have it, before what the system's list of users says; the
   * root folder, as for a login without either.
   */
  static Path home(Map<String, String> environment, String listed) {
    return Stream.of(environment.getOrDefault("HOME", ""), listed)
        .map(Path::of)
        .filter(Path::isAbsolute)
        .findFirst()
        .orElse(Path.of("/"));
  }

  /** Who the system's list of users says it is, else {@code $USER}. */
  static String user(Map<String, String> environment, String listed) {
    // Java's word for a user that is not on the list, such as those of OpenShift's containers.
    return listed.equals("?") ? environment.getOrDefault("USER", "") : listed;
  }

  /** These, with standard error going through a log. */
  Surroundings with(Log other) {
    return new Surroundings(
        environment, home, user, directory, out, other.stream(), terminals, other);
  }

  private static Charset terminalCharset() {
    String encoding = System.getProperty("sun.stdout.encoding");
    // A POSIX locale says ASCII; names in databases are UTF-8, and so are today's terminals.
    return encoding == null || encoding.startsWith("ANSI")
        ? StandardCharsets.UTF_8
        : Charset.forName(encoding);
  }

  /** Whether a person can be asked: there is somewhere to read from and somewhere to ask. */
  boolean canAsk() {
    return terminals.contains("0") && (terminals.contains("1") || terminals.contains("2"));
  }

  /** Whether standard error is a terminal that lines can be drawn over on. */
  boolean canDrawProgress() {
    return terminals.contains("2") && !"dumb".equals(environment.get("TERM"));
  }
}
