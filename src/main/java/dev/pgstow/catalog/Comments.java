package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Comments and security labels, by what they are on. */
final class Comments {
  /** On a row and, if not 0, one of its columns. */
  private record Place(Address row, int column) {}

  private final Map<Place, String> comments = new HashMap<>();
  private final Map<Place, Map<String, String>> labels = new HashMap<>();
  private final Set<Place> used = new HashSet<>();

  Comments(Queries queries) {
    queries.each(
        "comments",
        """
        SELECT classoid, objoid, objsubid, description FROM pg_description
        WHERE objoid >= 16384 OR (classoid = 2615 AND objoid = 2200)
        UNION ALL
        SELECT classoid, objoid, 0, description FROM pg_shdescription
        WHERE classoid = 1262
          AND objoid = (SELECT oid FROM pg_database WHERE datname = current_database())
        """,
        row -> place(row).ifPresent(place -> comments.put(place, row.text("description"))));
    queries.each(
        "security labels",
        """
        SELECT classoid, objoid, objsubid, provider, label FROM pg_seclabel
        ORDER BY provider
        """,
        row ->
            place(row)
                .ifPresent(
                    place ->
                        labels
                            .computeIfAbsent(place, p -> new LinkedHashMap<>())
                            .put(row.text("provider"), row.text("label"))));
  }

  /** What an object says of itself, such as {@code TABLE} and {@code app.users}. */
  List<String> on(Address row, String type, String name) {
    return on(new Place(row, 0), type, name);
  }

  /** What a column says of itself. */
  List<String> onColumn(Address table, int column, String name) {
    return on(new Place(table, column), "COLUMN", name);
  }

  Optional<String> comment(Address row) {
    return Optional.ofNullable(comments.get(new Place(row, 0)));
  }

  /** Rows with comments or labels nobody asked for. */
  Set<Address> unused() {
    Set<Address> unused = new HashSet<>();
    comments.keySet().stream().filter(p -> !used.contains(p)).forEach(p -> unused.add(p.row));
    labels.keySet().stream().filter(p -> !used.contains(p)).forEach(p -> unused.add(p.row));
    return unused;
  }

  private List<String> on(Place place, String type, String name) {
    used.add(place);
    List<String> statements = new ArrayList<>();
    String comment = comments.get(place);
    if (comment != null) {
      statements.add("COMMENT ON " + type + " " + name + " IS " + Names.literal(comment));
    }
    labels
        .getOrDefault(place, Map.of())
        .forEach(
            (provider, label) ->
                statements.add(
                    ("SECURITY LABEL FOR " + Names.quote(provider) + " ON " + type + " " + name)
                        + (" IS " + Names.literal(label))));
    return statements;
  }

  private static Optional<Place> place(Row row) {
    return SystemCatalog.of(row.oid("classoid"))
        .map(catalog -> new Place(catalog.row(row.oid("objoid")), row.number("objsubid")));
  }
}
