package dev.pgstow.source.graphql;

import dev.pgstow.source.graphql.DocumentedTables.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which table of PostgreSQL each table of an API is: by the name of its rows' type, with or
 * without its schema in front; by its columns where several schemas have such a table, or where its
 * type was renamed.
 */
final class TableNames {
  private static final double SAME_SHAPE = 0.8;
  private static final int FEWEST_COLUMNS = 4;

  private final DocumentedTables documented;
  private final List<String> schemas;
  private final Set<String> rowTypes = new HashSet<>();
  private final Map<String, Named> named = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<ApiTable> left = new ArrayList<>();

  /**
   * A table with its names in PostgreSQL.
   *
   * @param table the documented one, if it is
   */
  record Named(ApiTable api, String schema, String name, Optional<Table> table) {
    String label() {
      return schema + "." + name;
    }
  }

  private TableNames(DocumentedTables documented, List<String> schemas) {
    this.documented = documented;
    this.schemas = schemas;
  }

  /**
   * Names tables.
   *
   * @param schemas metadata schemas, earlier ones first
   */
  static TableNames of(
      Collection<ApiTable> all, DocumentedTables documented, List<String> schemas) {
    TableNames names = new TableNames(documented, schemas);
    List<ApiTable> tables = all.stream().filter(table -> !names.isElsewhere(table)).toList();
    all.forEach(table -> names.rowTypes.add(table.row().name()));
    // A full name leaves no doubt, so those are given out first.
    tables.forEach(table -> names.byName(table, true));
    tables.forEach(table -> names.byName(table, false));
    tables.forEach(names::byPrefix);
    tables.forEach(names::byShape);
    tables.forEach(names::byCustom);
    tables.stream().filter(names::isUnnamed).forEach(names.left::add);
    return names;
  }

  List<Named> named() {
    return List.copyOf(named.values());
  }

  /** Tables whose place in PostgreSQL can't be told. */
  List<ApiTable> left() {
    return left;
  }

  /** Whether it is a documented table of a schema that is not asked for. */
  private boolean isElsewhere(ApiTable api) {
    boolean here =
        documented.tables().stream()
            .filter(table -> schemas.contains(table.schema()))
            .anyMatch(table -> isNamed(api, table, true) || isNamed(api, table, false));
    return !here
        && documented.tables().stream()
            .anyMatch(table -> isNamed(api, table, true) || isNamed(api, table, false));
  }

  private boolean isUnnamed(ApiTable table) {
    return !named.containsKey(table.field().name());
  }

  private void name(ApiTable api, String schema, String name, Optional<Table> table) {
    Named found = new Named(api, schema, name, table);
    if (isUnnamed(api) && taken.add(found.label())) {
      named.put(api.field().name(), found);
    }
  }

  private void name(ApiTable api, Table table) {
    name(api, table.schema(), table.name(), Optional.of(table));
  }

  private void byName(ApiTable api, boolean withSchema) {
    if (!isUnnamed(api)) {
      return;
    }
    Set<String> columns = squashedFields(api);
    documented.tables().stream()
        .filter(table -> schemas.contains(table.schema()) && !taken.contains(table.label()))
        .filter(table -> isNamed(api, table, withSchema))
        .max(
            Comparator.comparingDouble((Table table) -> likeness(columns, table))
                .thenComparing(table -> -precedence(table.schema())))
        .ifPresent(table -> name(api, table));
  }

  private static boolean isNamed(ApiTable api, Table table, boolean withSchema) {
    String schema = withSchema ? Names.squash(table.schema()) : "";
    String name = Names.squash(table.name());
    List<String> types = List.of(schema + name, schema + Names.singular(name));
    return types.contains(Names.squash(api.row().name()))
        || (withSchema && (schema + name).equals(Names.squash(api.field().name())));
  }

  private int precedence(String schema) {
    int index = schemas.indexOf(schema);
    return index < 0 ? schemas.size() : index;
  }

  private static double likeness(Set<String> fields, Table table) {
    Set<String> columns = table.squashedColumns();
    Set<String> all = new LinkedHashSet<>(fields);
    all.addAll(columns);
    Set<String> both = new HashSet<>(columns);
    both.retainAll(fields);
    return all.isEmpty() ? 0 : (double) both.size() / all.size();
  }

  private Set<String> squashedFields(ApiTable api) {
    Set<String> fields = new HashSet<>();
    for (ApiField field : api.row().fields()) {
      boolean isColumn =
          field.isPlain()
              && !field.type().name().equals("ID")
              && !rowTypes.contains(field.type().name());
      if (isColumn) {
        fields.add(field.name().equals("rowId") ? "id" : Names.squash(field.name()));
      }
    }
    return fields;
  }

  /** An undocumented table whose type says its schema. */
  private void byPrefix(ApiTable api) {
    String type = api.row().name();
    if (!isUnnamed(api)) {
      return;
    }
    for (String schema : schemas) {
      String prefix = Names.squash(schema);
      if (Names.squash(type).startsWith(prefix) && Names.squash(type).length() > prefix.length()) {
        name(api, schema, tableName(api, schema, prefix), Optional.empty());
        return;
      }
    }
  }

  /** Tables are named in the singular in the metaschema's own schemas, in the plural elsewhere. */
  private static String tableName(ApiTable api, String schema, String prefix) {
    if (api.paging() == ApiTable.Paging.OFFSET) {
      String root = api.field().name();
      return root.startsWith(schema + "_") ? root.substring(schema.length() + 1) : root;
    }
    boolean singular = schema.startsWith("metaschema_");
    String name =
        singular ? api.row().name() : api.field().name().replaceFirst("^all(?=[A-Z])", "");
    if (!singular && api.paging() == ApiTable.Paging.LIST) {
      name = name.replaceFirst("List$", "");
    }
    return Names.snake(rest(name, prefix));
  }

  /** What follows the characters that spell the prefix. */
  private static String rest(String name, String prefix) {
    for (int i = 0; i <= name.length(); i++) {
      if (!prefix.isEmpty() && Names.squash(name.substring(0, i)).equals(prefix)) {
        return name.substring(i).replaceFirst("^_+", "");
      }
    }
    return name;
  }

  /** A documented table nobody is named like, but somebody is built like. */
  private void byShape(ApiTable api) {
    Set<String> columns = squashedFields(api);
    if (!isUnnamed(api) || columns.size() < FEWEST_COLUMNS) {
      return;
    }
    List<Table> alike =
        documented.tables().stream()
            .filter(table -> schemas.contains(table.schema()) && !taken.contains(table.label()))
            .filter(table -> likeness(columns, table) >= SAME_SHAPE)
            .toList();
    if (alike.size() == 1) {
      name(api, alike.get(0));
    }
  }

  /** An undocumented table of the API's first schema, whose types have no prefix. */
  private void byCustom(ApiTable api) {
    if (!isUnnamed(api) || !squashedFields(api).contains("databaseid")) {
      return;
    }
    if (Names.squash(api.row().name()).endsWith("module")) {
      String schema = "metaschema_modules_public";
      name(api, schema, tableName(api, schema, ""), Optional.empty());
      return;
    }
    boolean prefixes = named.values().stream().anyMatch(TableNames::hasPrefix);
    Set<String> unprefixed = new HashSet<>();
    named.values().stream()
        .filter(table -> table.table().isPresent() && !hasPrefix(table))
        .forEach(table -> unprefixed.add(table.schema()));
    if (prefixes && unprefixed.size() == 1) {
      String schema = unprefixed.iterator().next();
      name(api, schema, tableName(api, schema, ""), Optional.empty());
    }
  }

  private static boolean hasPrefix(Named table) {
    return Names.squash(table.api().row().name()).startsWith(Names.squash(table.schema()));
  }
}
