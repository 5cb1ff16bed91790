package dev.pgstow.catalog;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The schemas that options name: a mistyped one would be read as an empty one. */
public final class NamedSchemas {
  private static final int NEAR = 5;

  private NamedSchemas() {}

  /**
   * Makes sure that the schemas asked for are in the session's database. One that is to be left out
   * need not be; the listener gets a warning. One query, none if no schemas are named.
   *
   * @throws Failure {@code schema-unknown}
   * @throws dev.pgstow.postgres.SqlFailure if the server refuses
   */
  public static void check(Session session, CatalogOptions options, ProgressListener progress) {
    if (options.schemas().isEmpty() && options.excludedSchemas().isEmpty()) {
      return;
    }
    List<String> all = new ArrayList<>();
    new Queries(session)
        .each(
            "schemas",
            "SELECT nspname FROM pg_catalog.pg_namespace ORDER BY nspname",
            row -> all.add(row.text("nspname")));
    List<String> unknown = without(options.schemas(), all);
    if (!unknown.isEmpty()) {
      List<String> own = all.stream().filter(name -> !Scope.isSystem(name)).toList();
      throw Failure.usage(
          "schema-unknown",
          "The database has no schema called " + quoted(unknown) + ".",
          own.isEmpty()
              ? "It has none but PostgreSQL's own."
              : "Nearest names: "
                  + String.join(", ", NearNames.to(unknown.get(0), own, NEAR))
                  + ".");
    }
    List<String> idle = without(options.excludedSchemas(), all);
    if (!idle.isEmpty()) {
      progress.on(
          new ProgressEvent.Warning(
              "There is no schema called " + quoted(idle) + " that could be left out."));
    }
  }

  private static List<String> without(List<String> names, List<String> known) {
    return names.stream().filter(name -> !known.contains(name)).distinct().toList();
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(" or "));
  }
}
