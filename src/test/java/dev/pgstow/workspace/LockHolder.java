package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;

/** Another process, which locks a folder, says so by a dot, and holds it until it is killed. */
final class LockHolder {
  private LockHolder() {}

  /** Starts one. */
  static Process start(Path folder) throws IOException {
    Path build = Path.of(System.getProperty("pgstow.build"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            build.resolve("classes")
                + System.getProperty("path.separator")
                + build.resolve("test-classes"),
            LockHolder.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The process. */
  public static void main(String[] args) throws IOException {
    OutputLock.tryAcquire(Path.of(args[0])).orElseThrow();
    System.out.write('.');
    System.out.flush();
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
  }
}
