package dev.pgstow.rows;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables that are meant.
 *
 * @param tables in the catalog's order, {@code auth.users} not among them
 * @param users Supabase's table of users, if it is there and wanted
 * @param conditions by table, of those that have one
 */
record TableSelection(
    List<LiveTable> tables,
    Optional<LiveTable> users,
    List<TableName> skipped,
    List<String> leftOut,
    Map<TableName, String> conditions) {

  static final TableName USERS = new TableName("auth", "users");

  private static final Set<String> SUPABASE =
      Set.of("auth", "storage", "realtime", "vault", "extensions", "graphql");
  private static final String SUPABASE_PREFIX = "supabase_";
  private static final int NEAR = 3;

  /**
   * Chooses among all tables.
   *
   * @throws Failure {@code table-unknown}, {@code table-ambiguous}, {@code schema-unknown}, {@code
   *     where-without-table}, {@code where-twice}
   */
  static TableSelection of(List<LiveTable> all, TableChoice choice) {
    for (String schema : choice.schemas()) {
      if (all.stream().noneMatch(it -> it.name().schema().equals(schema))) {
        throw schemaUnknown(schema, all);
      }
    }
    Set<TableName> named = new TreeSet<>();
    choice.tables().forEach(it -> named.add(resolve(it, all).name()));
    List<LiveTable> tables = new ArrayList<>();
    List<TableName> skipped = new ArrayList<>();
    Set<String> leftOut = new TreeSet<>();
    Optional<LiveTable> users = Optional.empty();
    for (LiveTable table : all) {
      TableName name = table.name();
      boolean wanted = named.isEmpty() ? ofSchemas(table, choice, leftOut) : named.contains(name);
      if (name.equals(USERS)) {
        boolean meant = named.isEmpty() || wanted;
        users = meant && !choice.skipAuth() ? Optional.of(table) : users;
      } else if (wanted && choice.skipLarge() && choice.isLarge(name)) {
        skipped.add(name);
      } else if (wanted) {
        tables.add(table);
      }
    }
    TableSelection selection =
        new TableSelection(
            List.copyOf(tables),
            users,
            List.copyOf(skipped),
            List.copyOf(leftOut),
            conditions(choice, all));
    selection.conditions.keySet().forEach(selection::checkConditioned);
    return selection;
  }

  private static Map<TableName, String> conditions(TableChoice choice, List<LiveTable> all) {
    Map<TableName, String> conditions = new TreeMap<>();
    choice
        .where()
        .forEach(
            (pattern, condition) -> {
              TableName meant = resolve(pattern, all).name();
              if (conditions.put(meant, condition) != null) {
                throw Failure.usage(
                    "where-twice",
                    "There are two conditions for " + meant + ".",
                    "Join them with AND.");
              }
            });
    return conditions;
  }

  /** The condition for a table; empty if there is none. */
  String where(TableName table) {
    return conditions.getOrDefault(table, "");
  }

  private static boolean ofSchemas(LiveTable table, TableChoice choice, Set<String> leftOut) {
    String schema = table.name().schema();
    if (!choice.schemas().isEmpty()) {
      return choice.schemas().contains(schema);
    }
    if (SUPABASE.contains(schema) || schema.startsWith(SUPABASE_PREFIX)) {
      leftOut.add(schema);
      return false;
    }
    return !table.ofExtension();
  }

  private static LiveTable resolve(TablePattern pattern, List<LiveTable> all) {
    List<LiveTable> found = all.stream().filter(it -> pattern.matches(it.name())).toList();
    if (found.isEmpty()) {
      List<String> names = all.stream().map(it -> it.name().toString()).toList();
      throw Failure.usage(
          "table-unknown",
          "The database has no table \"" + pattern + "\".",
          names.isEmpty()
              ? "It has no tables at all."
              : "Nearest names: "
                  + String.join(", ", NearNames.to(pattern.toString(), names, NEAR))
                  + ".");
    }
    return found.stream()
        .filter(it -> found.size() == 1 || it.name().schema().equals("public"))
        .findFirst()
        .orElseThrow(
            () ->
                Failure.usage(
                    "table-ambiguous",
                    "Several schemas have a table \"" + pattern + "\".",
                    "Say which: "
                        + String.join(", ", found.stream().map(it -> "" + it.name()).toList())
                        + "."));
  }

  private void checkConditioned(TableName meant) {
    boolean there =
        tables.stream().anyMatch(it -> it.name().equals(meant))
            || users.filter(it -> it.name().equals(meant)).isPresent();
    if (!there) {
      throw Failure.usage(
          "where-without-table",
          "--where names " + meant + ", which is not exported.",
          "Leave the condition out, or choose the table.");
    }
  }

  private static Failure schemaUnknown(String schema, List<LiveTable> all) {
    List<String> names = all.stream().map(it -> it.name().schema()).distinct().toList();
    return Failure.usage(
        "schema-unknown",
        "There is no schema \"" + schema + "\" with tables.",
        names.isEmpty()
            ? "The database has no tables at all."
            : "Nearest names: " + String.join(", ", NearNames.to(schema, names, NEAR)) + ".");
  }

  /** All of them, {@code auth.users} last. */
  List<LiveTable> all() {
    List<LiveTable> all = new ArrayList<>(tables);
    users.ifPresent(all::add);
    return all;
  }
}
