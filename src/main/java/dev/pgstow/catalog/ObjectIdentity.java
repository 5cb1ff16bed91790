package dev.pgstow.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which object, in PostgreSQL's terms; the same in every database that has the object.
 *
 * @param schema where the object lives; empty for what is in no schema
 * @param name as the catalog spells it, unquoted
 * @param qualifier what tells namesakes apart: the argument types of a routine or operator ({@code
 *     integer, text}), the table of a trigger, policy, rule or constraint ({@link #table}) or the
 *     domain of a constraint ({@link #domain}); empty where the name is enough
 */
public record ObjectIdentity(
    ObjectKind kind, Optional<String> schema, String name, String qualifier) {
  private static final String OF_DOMAIN = "domain ";
  private static final String OF_TABLE = "table ";

  /** Names of tables that would be taken for a domain's qualifier, or for such a table's. */
  private static final Pattern MISTAKABLE =
      Pattern.compile("(" + OF_TABLE + ")*" + OF_DOMAIN + ".*", Pattern.DOTALL);

  /** What belongs to a domain of its schema. */
  static ObjectIdentity ofDomain(
      ObjectKind kind, Optional<String> schema, String name, String domain) {
    return new ObjectIdentity(kind, schema, name, OF_DOMAIN + domain);
  }

  /** What belongs to a table, view or other relation of its schema. */
  static ObjectIdentity ofTable(
      ObjectKind kind, Optional<String> schema, String name, String table) {
    boolean mistakable = MISTAKABLE.matcher(table).matches();
    return new ObjectIdentity(kind, schema, name, mistakable ? OF_TABLE + table : table);
  }

  /** The domain that a constraint or default is of; empty if it is a table's. */
  public Optional<String> domain() {
    return qualifier.startsWith(OF_DOMAIN)
        ? Optional.of(qualifier.substring(OF_DOMAIN.length()))
        : Optional.empty();
  }

  /**
   * The table, view or other relation that a constraint, default, rule, trigger or policy is of.
   */
  public String table() {
    return qualifier.startsWith(OF_TABLE) && MISTAKABLE.matcher(qualifier).matches()
        ? qualifier.substring(OF_TABLE.length())
        : qualifier;
  }
}
