package dev.pgstow;

import dev.pgstow.cli.PgstowCommandLine;
import dev.pgstow.cli.Surroundings;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Session;
import dev.pgstow.wizard.terminal.JLineTerminal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Loads the classes a first screen needs and ends. The launcher runs it once after building, to
 * have the JVM archive them ({@code -XX:ArchiveClassesAtExit}): the program then starts faster.
 */
final class FirstScreen {
  private static final List<String> PACKAGES =
      List.of(
          "dev/pgstow/",
          "com/fasterxml/jackson/",
          "com/googlecode/lanterna/screen/",
          "com/googlecode/lanterna/terminal/ansi/",
          "com/googlecode/lanterna/graphics/",
          "com/googlecode/lanterna/input/",
          "org/jline/terminal/",
          "org/jline/utils/",
          "org/postgresql/core/",
          "org/postgresql/jdbc/",
          "org/postgresql/util/");

  private FirstScreen() {}

  /** Its argument is the program's jar; the jars it needs lie in {@code lib} beside it. */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    var unused = new PgstowCommandLine(Surroundings.ofProcess()).run("wizard", "--help");
    Optional<JLineTerminal> terminal = JLineTerminal.open(Map.of("TERM", "xterm"));
    terminal.ifPresent(JLineTerminal::close);
    connect();
    stage();
    load(jar);
    try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
      for (Path library : libraries.filter(path -> path.toString().endsWith(".jar")).toList()) {
        load(library);
      }
    }
  }

  /** Nobody listens on port 1; asking is enough to load what asks. */
  private static void connect() {
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.url("postgresql://nobody@127.0.0.1:1/postgres"),
            Map.of(),
            Path.of(""),
            "nobody");
    try (Session session = new Databases(settings).connectToAny()) {
      session.cancel();
    } catch (Failure expected) {
      return;
    }
  }

  /** What staging takes of the Java runtime: temporary folders, locks, patterns, hashes. */
  private static void stage() throws IOException {
    Path folder = Files.createTempDirectory("pgstow-classes-");
    Path file = folder.resolve("lock");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock().release();
      Files.newDirectoryStream(folder, "*").close();
      MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static void load(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class"))
          .filter(name -> PACKAGES.stream().anyMatch(name::startsWith))
          .forEach(name -> load(name.substring(0, name.length() - 6).replace('/', '.')));
    }
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, FirstScreen.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // Optional parts of libraries, whose own needs are not there.
      return;
    }
  }
}
