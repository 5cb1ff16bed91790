package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a database of a Constructive server by what a person wrote: its name or its id. */
public final class DatabaseLookup {
  private static final int SHOWN = 3;

  private DatabaseLookup() {}

  /**
   * The database of that id or name.
   *
   * @throws Failure {@code database-id-not-found}, naming the near ones; {@code
   *     database-id-ambiguous} if several have that name
   */
  public static DatabaseEntry find(List<DatabaseEntry> databases, String nameOrId) {
    List<DatabaseEntry> byId =
        databases.stream()
            .filter(database -> database.id().toString().equalsIgnoreCase(nameOrId))
            .toList();
    List<DatabaseEntry> matches =
        byId.isEmpty()
            ? databases.stream().filter(database -> database.name().equals(nameOrId)).toList()
            : byId;
    if (matches.isEmpty()) {
      throw notFound(databases, nameOrId);
    }
    if (matches.size() > 1) {
      throw Failure.usage(
          "database-id-ambiguous",
          matches.size() + " databases are named " + nameOrId + ".",
          "Give the id instead: " + list(matches) + ".");
    }
    return matches.get(0);
  }

  /** The failure for an unknown database, naming the near ones. */
  static Failure notFound(List<DatabaseEntry> databases, String nameOrId) {
    List<DatabaseEntry> near =
        databases.stream()
            .sorted(
                Comparator.comparingInt(
                        (DatabaseEntry database) ->
                            Math.min(
                                distance(database.name(), nameOrId),
                                distance(database.id().toString(), nameOrId)))
                    .thenComparing(DatabaseEntry::name))
            .limit(SHOWN)
            .toList();
    return Failure.failed(
        "database-id-not-found",
        "There is no database " + nameOrId + " in metaschema_public.database.",
        near.isEmpty()
            ? "The table has no rows: nothing has been created on this server yet."
            : "Did you mean " + list(near) + "?");
  }

  private static String list(List<DatabaseEntry> databases) {
    return databases.stream()
        .map(database -> database.name() + " (" + database.id() + ")")
        .collect(Collectors.joining(", "));
  }

  /** Levenshtein's distance, ignoring case. */
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = Stream.iterate(0, i -> i + 1).limit(b.length() + 1L).mapToInt(i -> i).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
