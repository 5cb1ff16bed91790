package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.source.RowHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a reading and may be another value in the database: nulls, which may be JSON's null
 * or infinite, and intervals. Where the API has a filter for NULL it is asked how many rows have a
 * value, and, if those are more than came, which; and how many have a value that is in doubt. One
 * thread.
 */
final class Doubts {
  private static final String JSON_NULL = "null";

  private final Reading reading;
  private final List<Losses.Place> places = new ArrayList<>();
  private final Map<Integer, Doubt> doubts = new LinkedHashMap<>();
  private final int id;
  private boolean isCounted;
  private boolean isRefused;

  /** How many rows have a value in a column: by the API, and of those that came. */
  private static final class Doubt {
    private final Losses.Place place;
    private final DoubtfulValues values = new DoubtfulValues();
    private String why = "";
    private long filled;
    private long came;

    Doubt(Losses.Place place) {
      this.place = place;
    }

    boolean isOpen() {
      return came < filled;
    }
  }

  /** What answers questions about a reading. */
  interface Asker {
    List<Long> count(List<Reading> readings);

    void read(Reading wanted, RowHandler handler) throws IOException;
  }

  Doubts(Reading reading, Losses losses) {
    this.reading = reading;
    int found = -1;
    for (int i = 0; i < reading.columns().size(); i++) {
      ApiColumn column = reading.columns().get(i);
      Losses.Place place = losses.at(reading.label() + "." + column.name());
      found = column.name().equals("id") ? i : found;
      places.add(place);
    }
    this.id = found;
    for (int i = 0; i < places.size() && id >= 0; i++) {
      if (reading.filled().containsKey(reading.columns().get(i).name())) {
        Doubt doubt = new Doubt(places.get(i));
        doubts.put(i, doubt);
        places.set(i, noting(doubt));
      }
    }
  }

  private static Losses.Place noting(Doubt doubt) {
    return new Losses.Place() {
      @Override
      public void lost(String why) {
        doubt.place.lost(why);
      }

      @Override
      public void doubtfulNull(String why) {
        doubt.why = why;
      }

      @Override
      public void doubtful(String value, JsonNode shown, String why) {
        doubt.values.add(value, shown, why);
      }
    };
  }

  /** Where the readers of values say what did not come through, by column. */
  List<Losses.Place> places() {
    return places;
  }

  /** Puts right what can be told to be JSON's null. */
  void settle(List<@Nullable String[]> rows, Asker asker) throws IOException {
    doubts.forEach(
        (column, doubt) -> {
          doubt.came += rows.stream().filter(row -> row[column] != null).count();
          rows.forEach(row -> doubt.values.count(row[column]));
        });
    if (isRefused || open(rows).isEmpty()) {
      return;
    }
    try {
      if (!isCounted) {
        count(asker);
      }
      for (int column : open(rows)) {
        ApiColumn asked = reading.columns().get(column);
        if (asked.type().kind() == ColumnType.Kind.JSONB
            || asked.type().kind() == ColumnType.Kind.JSON) {
          settle(rows, column, asker);
        }
      }
    } catch (ApiErrors errors) {
      // A server that can't answer leaves them in doubt.
      isRefused = true;
    }
  }

  /** Columns that have a null here, and may still have values that came as null. */
  private List<Integer> open(List<@Nullable String[]> rows) {
    return doubts.entrySet().stream()
        .filter(doubt -> !isCounted || doubt.getValue().isOpen())
        .map(Map.Entry::getKey)
        .filter(column -> rows.stream().anyMatch(row -> row[column] == null))
        .toList();
  }

  private void count(Asker asker) {
    List<Reading> readings =
        doubts.keySet().stream()
            .map(column -> filled(column, List.of(), Optional.empty()))
            .toList();
    List<Long> counts = asker.count(readings);
    int i = 0;
    for (Doubt doubt : doubts.values()) {
      doubt.filled = counts.get(i++);
    }
    isCounted = true;
  }

  private Reading filled(int column, List<ApiColumn> columns, Optional<Match> further) {
    Match match =
        Objects.requireNonNull(reading.filled().get(reading.columns().get(column).name()));
    return new Reading(
        reading.label(),
        reading.table(),
        columns,
        Optional.of(further.map(match::and).orElse(match)),
        reading.order(),
        Map.of());
  }

  private void settle(List<@Nullable String[]> rows, int column, Asker asker) throws IOException {
    String first = Objects.requireNonNull(rows.get(0)[id]);
    String last = Objects.requireNonNull(rows.get(rows.size() - 1)[id]);
    Match match =
        Objects.requireNonNull(reading.filled().get(reading.columns().get(column).name()));
    Set<String> filled = new HashSet<>();
    ApiColumn key = reading.columns().get(id);
    asker.read(
        filled(column, List.of(key), Optional.of(match.between(key.field().name(), first, last))),
        row -> filled.add(String.valueOf(row[0])));
    for (@Nullable String[] row : rows) {
      if (row[column] == null && filled.contains(row[id])) {
        row[column] = JSON_NULL;
        Objects.requireNonNull(doubts.get(column)).came++;
      }
    }
  }

  /** At the end: what is still in doubt is lost. */
  void close(Asker asker) {
    doubts.values().stream().filter(doubt -> isRefused || doubt.isOpen()).forEach(Doubts::tell);
    doubts.forEach(
        (column, doubt) ->
            doubt.values.settle(
                doubt.place,
                shown -> {
                  ApiColumn asked = reading.columns().get(column);
                  Match match = Objects.requireNonNull(reading.filled().get(asked.name()));
                  Match same = match.equalTo(asked.field().name(), shown);
                  return filled(column, List.of(), Optional.of(same));
                },
                asker));
  }

  private static void tell(Doubt doubt) {
    if (!doubt.why.isEmpty()) {
      doubt.place.lost(doubt.why);
    }
  }
}
