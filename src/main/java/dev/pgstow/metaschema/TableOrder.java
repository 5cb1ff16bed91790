package dev.pgstow.metaschema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which schemas hold metadata, and the order their tables are exported in: the documented one, then
 * by schema, then by name. One rule for every source.
 */
public final class TableOrder {
  private static final List<String> SCHEMAS =
      List.of(
          "metaschema_public",
          "metaschema_modules_public",
          "routing_public",
          "apps_public",
          "services_public",
          "catalog_private");

  private static final List<String> DOCUMENTED =
      List.of(
          "database",
          "schema",
          "table",
          "field",
          "policy",
          "index",
          "trigger",
          "trigger_function",
          "rls_function",
          "limit_function",
          "procedure",
          "foreign_key_constraint",
          "primary_key_constraint",
          "unique_constraint",
          "check_constraint",
          "full_text_search",
          "schema_grant",
          "table_grant",
          "domains",
          "sites",
          "apis",
          "apps",
          "site_modules",
          "site_themes",
          "site_metadata",
          "api_modules",
          "api_extensions",
          "api_schemas",
          "rls_module",
          "user_auth_module",
          "memberships_module",
          "permissions_module",
          "limits_module",
          "levels_module",
          "users_module",
          "hierarchy_module",
          "membership_types_module",
          "invites_module",
          "emails_module",
          "sessions_module",
          "secrets_module",
          "profiles_module",
          "encrypted_secrets_module",
          "connected_accounts_module",
          "phone_numbers_module",
          "crypto_addresses_module",
          "crypto_auth_module",
          "field_module",
          "table_template_module",
          "secure_table_provision",
          "uuid_module",
          "default_ids_module",
          "denormalized_table_field");

  private TableOrder() {}

  /** The schemas that hold metadata, earlier ones giving plain names to their tables. */
  public static List<String> schemas() {
    return SCHEMAS;
  }

  /** Whether pgpm's documents name a table of this name. */
  public static boolean isDocumented(String table) {
    return DOCUMENTED.contains(table);
  }

  /**
   * The tables in export order. A table whose rows belong to the database through a table that
   * would come later follows that table at once: reverts run backwards, and must still find the
   * rows it refers to.
   */
  public static List<MetadataTable> sort(Collection<MetadataTable> tables) {
    List<MetadataTable> rest = new ArrayList<>(tables);
    rest.sort(
        Comparator.comparingInt((MetadataTable table) -> rank(DOCUMENTED, table.name()))
            .thenComparingInt(table -> rank(SCHEMAS, table.schema()))
            .thenComparing(MetadataTable::schema)
            .thenComparing(MetadataTable::name));
    List<MetadataTable> sorted = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    Set<String> known = new HashSet<>();
    rest.forEach(table -> known.add(table.label()));
    while (!rest.isEmpty()) {
      MetadataTable next =
          rest.stream()
              .filter(table -> isPlaceable(table, placed, known))
              .findFirst()
              .orElse(rest.get(0));
      rest.remove(next);
      placed.add(next.label());
      sorted.add(next);
    }
    return List.copyOf(sorted);
  }

  /**
   * The name of a table's change, without {@code migrate/}: the table's name in the first schema
   * that has it, {@code schema.table} in the others, whether or not there are rows.
   *
   * @param schemas those that have a metadata table of this name
   */
  public static String changeName(String schema, String table, Collection<String> schemas) {
    Comparator<String> precedence = Comparator.comparingInt(name -> rank(SCHEMAS, name));
    boolean first =
        schemas.stream()
            .allMatch(
                other ->
                    precedence
                            .thenComparing(Comparator.<String>naturalOrder())
                            .compare(schema, other)
                        <= 0);
    return first ? table : schema + "." + table;
  }

  private static boolean isPlaceable(MetadataTable table, Set<String> placed, Set<String> known) {
    if (!(table.ownership() instanceof Ownership.Reference reference)) {
      return true;
    }
    String parent = reference.parentSchema() + "." + reference.parentTable();
    return placed.contains(parent) || !known.contains(parent);
  }

  private static int rank(List<String> order, String name) {
    int index = order.indexOf(name);
    return index < 0 ? order.size() : index;
  }
}
