package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds names of changes whose scripts would land in one file where case or Unicode form doesn't
 * count, or where one's script would be another's folder. Keeps a reference to each name, nothing
 * more. Used by one thread.
 */
public final class CaseTwins {
  private @Nullable String[] table = new @Nullable String[1 << 10];
  private int size;
  private final Map<String, String> folders = new HashMap<>();

  /**
   * Takes the next name, as it will stand in the plan.
   *
   * @throws Failure {@code change-name-twin} naming both, if an earlier name collides with it
   */
  public void add(String name) {
    String folded = fold(name);
    String inFolder = folders.get(folded);
    if (inFolder != null) {
      throw twins(name, inFolder, "one's script would be a folder of the other");
    }
    for (int end = folded.indexOf(".sql/"); end >= 0; end = folded.indexOf(".sql/", end + 1)) {
      String script = folded.substring(0, end);
      String other = table[slot(table, script)];
      if (other != null) {
        throw twins(other, name, "one's script would be a folder of the other");
      }
      folders.put(script, name);
    }
    insert(name, folded);
  }

  private void insert(String name, String folded) {
    int slot = slot(table, folded);
    String other = table[slot];
    if (other != null) {
      throw twins(
          other,
          name,
          other.equals(name)
              ? "the name is used twice"
              : "they differ only in case or accents' form");
    }
    table[slot] = name;
    if (++size * 2 > table.length) {
      @Nullable String[] bigger = new @Nullable String[table.length * 2];
      for (String kept : table) {
        if (kept != null) {
          bigger[slot(bigger, fold(kept))] = kept;
        }
      }
      table = bigger;
    }
  }

  private static int slot(@Nullable String[] table, String folded) {
    int mask = table.length - 1;
    int slot = ((folded.hashCode() * 0x9E3779B9) >>> 7) & mask;
    for (String there = table[slot]; there != null; there = table[slot]) {
      if (fold(there).equals(folded)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** What a name is to a disk on which neither case nor Unicode form counts. */
  public static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static Failure twins(String first, String second, String why) {
    String names =
        String.join(
            " and ",
            Arrays.asList("\"" + Printable.of(first) + "\"", "\"" + Printable.of(second) + "\""));
    return Failure.failed(
        "change-name-twin",
        "The changes " + names + " can't both have scripts: " + why + ".",
        "Rename one of the two where it is recorded.");
  }
}
