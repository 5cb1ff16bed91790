package dev.pgstow.doctor;

import dev.pgstow.progress.ProgressText;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Java that runs this.
 *
 * @param feature such as 17
 * @param version such as {@code 17.0.12}
 * @param memory bytes the heap may grow to
 * @param fileNames the charset that file names are made in
 */
public record JavaCheck(int feature, String version, String vendor, long memory, String fileNames)
    implements Check {
  private static final String TOPIC = "java";
  private static final int OLDEST = 17;

  /** What an export is tested with (README, "What it promises"). */
  private static final long LEAST_MEMORY = 90L << 20;

  /** This process's. */
  public static JavaCheck ofProcess() {
    return new JavaCheck(
        Runtime.version().feature(),
        Runtime.version().toString(),
        System.getProperty("java.vendor", "?"),
        Runtime.getRuntime().maxMemory(),
        System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
  }

  @Override
  public List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    String what =
        "Java " + version + " (" + vendor + "), up to " + ProgressText.size(memory) + " of heap";
    found.add(
        feature >= OLDEST
            ? Finding.ok(TOPIC, "java-version", what)
            : Finding.problem(
                TOPIC, "java-version", what, "pgstow needs Java 17 or newer; set JAVA_HOME."));
    if (memory < LEAST_MEMORY) {
      found.add(
          Finding.warning(
              TOPIC,
              "java-memory",
              "The heap may grow to " + ProgressText.size(memory) + " only.",
              "Give it more with PGSTOW_JAVA_OPTS=-Xmx512m."));
    }
    if (!fileNames.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")) {
      found.add(
          Finding.warning(
              TOPIC,
              "java-file-names",
              "File names are made in " + fileNames + ", which can't hold every name.",
              "Set LC_ALL=C.UTF-8, or start pgstow by its launcher."));
    }
    return found;
  }
}
