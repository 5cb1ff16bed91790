package dev.pgstow.rename;

import dev.pgstow.metaschema.ValueRenamer;
import java.util.Collection;

/**
 * Replaces internal schema names by portable ones, whole names only, longest first, in one pass.
 * The result does not depend on the order of the schemas. Immutable but for the count of {@link
 * #leftAlone()}; used by one thread at a time.
 */
public final class SchemaRenamer implements ValueRenamer {

  /** A schema to rename: the name people gave it and its name in the server. */
  public record Schema(String name, String schemaName) {}

  /**
   * A renamer.
   *
   * @param extensionName the prefix of portable names
   * @param chosen schemas that are renamed
   * @param others schema names of the server that stay and must not be run into
   * @throws dev.pgstow.failure.Failure if two portable names collide, one equals another schema's
   *     real name, is over 63 bytes, starts with {@code pg_}, or can't be written unquoted
   */
  public static SchemaRenamer of(
      String extensionName, Collection<Schema> chosen, Collection<String> others) {
    throw new UnsupportedOperationException();
  }

  /** A renamer that leaves everything as it is. */
  public static SchemaRenamer none() {
    throw new UnsupportedOperationException();
  }

  /**
   * The portable name of a schema: {@code crm} and {@code app-public} give {@code crm_app_public}.
   */
  public static String portableName(String extensionName, String schemaName) {
    throw new UnsupportedOperationException();
  }

  /** A script: deploy, revert or verify SQL. */
  public String sql(String sql) {
    throw new UnsupportedOperationException();
  }

  /** A change name or dependency. */
  public String changeName(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String text(String column, String value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String key(String key) {
    throw new UnsupportedOperationException();
  }

  /**
   * How often something looked like a schema's name but was left because it did not stand as one.
   */
  public long leftAlone() {
    throw new UnsupportedOperationException();
  }
}
