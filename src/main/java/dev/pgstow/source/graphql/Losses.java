package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What did not come through, by what was wrong with it, each time with the columns it befell. Any
 * thread.
 */
final class Losses {
  private static final int SHOWN = 12;

  private final Map<String, Set<String>> columns = new LinkedHashMap<>();

  /** A column whose values are being read. */
  interface Place {
    /** Says that a value is, or may be, another than in the database. */
    void lost(String why);

    /** Says that a null may be another value in the database. */
    default void doubtfulNull(String why) {
      lost(why);
    }

    /**
     * Says that a value may be another in the database.
     *
     * @param shown the value as the API has it
     */
    default void doubtful(String value, JsonNode shown, String why) {
      lost(why);
    }
  }

  /** A place for one thread. */
  Place at(String column) {
    Set<String> told = new HashSet<>();
    return why -> {
      if (told.add(why)) {
        add(column, why);
      }
    };
  }

  synchronized void add(String column, String why) {
    columns.computeIfAbsent(why, key -> new LinkedHashSet<>()).add(column);
  }

  /**
   * A sentence for each kind.
   *
   * @param counts which columns count, as {@code schema.table.column}
   */
  synchronized List<String> sentences(Predicate<String> counts) {
    List<String> sentences = new ArrayList<>();
    columns.forEach(
        (why, names) -> {
          List<String> all = names.stream().filter(counts).toList();
          if (all.isEmpty()) {
            return;
          }
          String some = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
          int more = all.size() - SHOWN;
          sentences.add(why + ": " + some + (more > 0 ? " and " + more + " more" : ""));
        });
    return sentences;
  }
}
