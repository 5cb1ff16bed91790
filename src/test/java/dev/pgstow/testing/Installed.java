package dev.pgstow.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The program as a person runs it: the launcher, beside the jars of the classes under test. */
public final class Installed {
  private Installed() {}

  /** Puts one into a folder; returns the launcher. */
  public static Path in(Path home) throws IOException {
    Path lib = Files.createDirectories(home.resolve("target/lib"));
    StringBuilder classPath = new StringBuilder();
    Path classes = home;
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : path.split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        Path jar = Path.of(entry);
        Files.copy(jar, lib.resolve(jar.getFileName()));
        classPath.append("lib/").append(jar.getFileName()).append(' ');
      } else if (!entry.endsWith("test-classes")) {
        classes = Path.of(entry);
      }
    }
    jar(classes, home.resolve("target/pgstow.jar"), classPath.toString());
    Path launcher = home.resolve("pgstow");
    Files.copy(classes.resolve("../../pgstow"), launcher);
    Path sourced = Path.of("src/dist/lib/launch.sh");
    Files.createDirectories(home.resolve(sourced).getParent());
    Files.copy(classes.resolve("../..").resolve(sourced), home.resolve(sourced));
    if (!launcher.toFile().setExecutable(true)) {
      throw new IOException("can't be made executable: " + launcher);
    }
    return launcher;
  }

  private static void jar(Path classes, Path jar, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.pgstow.Pgstow");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> walk = Files.walk(classes)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
