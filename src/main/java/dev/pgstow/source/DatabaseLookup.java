package dev.pgstow.source;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

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
  public static Failure notFound(List<DatabaseEntry> databases, String nameOrId) {
    List<DatabaseEntry> near =
        databases.stream()
            .sorted(
                Comparator.comparingInt(
                        (DatabaseEntry database) ->
                            Math.min(
                                NearNames.distance(database.name(), nameOrId),
                                NearNames.distance(database.id().toString(), nameOrId)))
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
}
