package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of a column that may be another in the database. The API is asked how many rows have
 * just these. One thread.
 */
final class DoubtfulValues {
  /** Each is a question of its own. */
  private static final int MOST_ASKED = 12;

  private final Map<String, Doubtful> values = new LinkedHashMap<>();

  private static final class Doubtful {
    private final JsonNode shown;
    private final String why;
    private long rows;

    Doubtful(JsonNode shown, String why) {
      this.shown = shown;
      this.why = why;
    }
  }

  void add(String value, JsonNode shown, String why) {
    values.computeIfAbsent(value, key -> new Doubtful(shown, why));
  }

  /** Takes a row's value into account. */
  void count(@Nullable String value) {
    Doubtful doubtful = value == null ? null : values.get(value);
    if (doubtful != null) {
      doubtful.rows++;
    }
  }

  /**
   * Tells what fewer rows have than it came in.
   *
   * @param same the rows that have what was shown
   */
  void settle(Losses.Place place, Function<JsonNode, Reading> same, Doubts.Asker asker) {
    List<Doubtful> all = List.copyOf(values.values());
    List<Doubtful> asked = all.subList(0, Math.min(MOST_ASKED, all.size()));
    all.subList(asked.size(), all.size()).forEach(doubtful -> place.lost(doubtful.why));
    if (asked.isEmpty()) {
      return;
    }
    try {
      List<Long> rows = asker.count(asked.stream().map(it -> same.apply(it.shown)).toList());
      for (int i = 0; i < asked.size(); i++) {
        if (rows.get(i) < asked.get(i).rows) {
          place.lost(asked.get(i).why);
        }
      }
    } catch (ApiErrors errors) {
      asked.forEach(doubtful -> place.lost(doubtful.why));
    }
  }
}
