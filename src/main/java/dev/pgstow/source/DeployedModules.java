package dev.pgstow.source;

import dev.pgstow.postgres.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The pgpm modules the ledger {@code pgpm_migrate} says are deployed, with what their change names
 * say they brought: {@code schemas/S/schema}, {@code schemas/S/tables/T/…}, {@code [schemas/S/]
 * procedures/N}, {@code functions/N}, {@code types/N}, {@code domains/N}. What several brought is
 * the first one's.
 */
final class DeployedModules {
  private static final Set<String> FUNCTION_FOLDERS = Set.of("procedures", "functions");
  private static final Set<String> TYPE_FOLDERS = Set.of("types", "domains");

  private static final String LEDGER =
      """
      SELECT 3 = (
               SELECT pg_catalog.count(*)
                 FROM pg_catalog.pg_attribute a
                 JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  AND (a.attname, t.typcategory) IN
                      (('package', 'S'), ('change_name', 'S'), ('deployed_at', 'D')))
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'pgpm_migrate' AND c.relname = 'changes'
         AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
         AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
      """;

  private static final String CHANGES =
      """
      SELECT c.package, c.change_name
        FROM pgpm_migrate.changes c
       WHERE c.package IS NOT NULL AND c.change_name IS NOT NULL
       ORDER BY pg_catalog.min(c.deployed_at) OVER (PARTITION BY c.package),
                c.package COLLATE pg_catalog."C",
                c.deployed_at,
                c.change_name COLLATE pg_catalog."C"
      """;

  private final List<String> order = new ArrayList<>();
  private final Map<String, String> schemas = new HashMap<>();
  private final Map<String, String> tables = new HashMap<>();
  private final Map<String, String> functions = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();

  private DeployedModules() {}

  /**
   * Reads the ledger, if there is one that may be read.
   *
   * @param exported names of exported schemas: a module that made one of them is not needed by
   *     itself
   * @param warnings told if the table is not pgpm's
   */
  static DeployedModules read(
      Session session, Collection<String> exported, Consumer<String> warnings) {
    Query query = new Query(session, "reading the ledger pgpm_migrate");
    DeployedModules modules = new DeployedModules();
    List<Boolean> known = query.list(LEDGER, row -> row.getBoolean(1));
    if (known.contains(false)) {
      warnings.accept(
          "pgpm_migrate.changes has not the columns of pgpm's ledger (package, change_name,"
              + " deployed_at): which deployed modules the export needs is not known; --requires"
              + " names them.");
    }
    if (!known.contains(true)) {
      return modules;
    }
    Map<String, List<String[]>> changes = new LinkedHashMap<>();
    query.list(
        CHANGES,
        row ->
            changes
                .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                .add(row.getString(2).split("/", -1)));
    Set<String> own = new HashSet<>(exported);
    changes.forEach(
        (module, paths) -> {
          boolean isExported =
              paths.stream().anyMatch(path -> isSchema(path) && own.contains(path[1]));
          if (!isExported) {
            modules.order.add(module);
            paths.forEach(path -> modules.add(module, path));
          }
        });
    return modules;
  }

  /** All modules, in the order they were first deployed. */
  List<String> order() {
    return order;
  }

  /** The module that made a schema, if any. */
  List<String> ofSchema(String schema) {
    return one(schemas, schema);
  }

  /** The module that made a table, else the one that made its schema, if any. */
  List<String> ofTable(String schema, String table) {
    List<String> module = one(tables, schema + "." + table);
    return module.isEmpty() ? ofSchema(schema) : module;
  }

  /** The module that brought a function which a call can mean, if any. */
  List<String> ofFunction(String qualifier, String name) {
    return isPublic(qualifier) ? one(functions, name) : List.of();
  }

  /** The module that brought a type which a name can mean, if any. */
  List<String> ofType(String qualifier, String name) {
    return isPublic(qualifier) ? one(types, name) : List.of();
  }

  private static boolean isPublic(String qualifier) {
    return qualifier.isEmpty() || qualifier.equals("public");
  }

  private static List<String> one(Map<String, String> owners, String name) {
    String module = owners.get(name);
    return module == null ? List.of() : List.of(module);
  }

  private static boolean isSchema(String[] path) {
    return path.length == 3 && path[0].equals("schemas") && path[2].equals("schema");
  }

  private void add(String module, String[] path) {
    boolean inSchema = path.length > 2 && path[0].equals("schemas");
    String schema = inSchema ? path[1] : "public";
    int at = inSchema ? 2 : 0;
    if (isSchema(path) && !schema.equals("public")) {
      schemas.putIfAbsent(schema, module);
    }
    if (path.length <= at + 1) {
      return;
    }
    if (path[at].equals("tables")) {
      tables.putIfAbsent(schema + "." + path[at + 1], module);
    }
    // Others are only reached by their schema's name.
    if (schema.equals("public") && FUNCTION_FOLDERS.contains(path[at])) {
      functions.putIfAbsent(path[at + 1], module);
    }
    if (schema.equals("public") && TYPE_FOLDERS.contains(path[at])) {
      types.putIfAbsent(path[at + 1], module);
    }
  }
}
