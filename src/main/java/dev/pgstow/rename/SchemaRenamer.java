package dev.pgstow.rename;

import dev.pgstow.metaschema.ValueRenamer;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Replaces internal schema names by portable ones, whole names only, longest first, in one pass.
 *
 * <p>A name that needs quotes is replaced wherever it stands as a whole. An ordinary word ({@code
 * app}) is replaced only where it stands as a schema: before a dot, after {@code SCHEMA}, in a
 * search_path, behind {@code schemas/}, and in columns and JSON keys that hold schemas. Where a
 * statement has an alias, variable or parameter of that name, {@code app.x} as an operand is that
 * one's. No input makes it fail; text without a name comes back as the same string.
 *
 * <p>The result does not depend on the order of the schemas. Immutable but for the count of {@link
 * #leftAlone()}; used by one thread at a time.
 */
public final class SchemaRenamer implements ValueRenamer {

  /** A schema to rename: the name people gave it and its name in the server. */
  public record Schema(String name, String schemaName) {}

  private final NameIndex index;
  private final boolean idle;
  private final Leftovers leftovers = new Leftovers();

  private SchemaRenamer(Map<String, String> portable, Collection<String> others) {
    index = new NameIndex(portable, others);
    idle = portable.isEmpty();
  }

  /**
   * A renamer.
   *
   * @param extensionName the prefix of portable names
   * @param chosen schemas that are renamed
   * @param others schema names of the server that stay and must not be run into; the names of
   *     chosen schemas may be among them
   * @throws dev.pgstow.failure.Failure if two portable names collide, one equals another schema's
   *     real name, is over 63 bytes, starts with {@code pg_}, or can't be written unquoted
   */
  public static SchemaRenamer of(
      String extensionName, Collection<Schema> chosen, Collection<String> others) {
    return new SchemaRenamer(new PortableNames(extensionName, chosen, others).resolve(), others);
  }

  /** A renamer that leaves everything as it is. */
  public static SchemaRenamer none() {
    return new SchemaRenamer(Map.of(), List.of());
  }

  /**
   * The portable name of a schema: {@code crm} and {@code app-public} give {@code crm_app_public}.
   * It may need quotes or be too long: {@link #of} checks that.
   */
  public static String portableName(String extensionName, String schemaName) {
    return SnakeCase.of(extensionName + "_" + schemaName);
  }

  /** A script: deploy, revert or verify SQL. */
  public String sql(String sql) {
    if (idle) {
      return sql;
    }
    Splice splice = new Splice(sql);
    new SqlScan(index, leftovers, sql, splice).run();
    return splice.result();
  }

  /** A change name or dependency. */
  public String changeName(String name) {
    return scan(name, TextMode.PLAIN);
  }

  @Override
  public String text(String column, String value) {
    return scan(value, index.ordinaries() ? SchemaColumns.mode(column) : TextMode.PLAIN);
  }

  @Override
  public String key(String key) {
    return scan(key, TextMode.PLAIN);
  }

  /**
   * How often something looked like a schema's name but was left because it did not stand as one.
   */
  public long leftAlone() {
    return leftovers.count();
  }

  private String scan(String text, TextMode mode) {
    if (idle) {
      return text;
    }
    Splice splice = new Splice(text);
    new TextScan(index, leftovers, text, 0, text.length(), mode, splice).run();
    return splice.result();
  }
}
