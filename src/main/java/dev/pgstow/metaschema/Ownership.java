package dev.pgstow.metaschema;

import dev.pgstow.sql.Identifiers;
import java.util.UUID;

/** How the rows of a metadata table belong to a database. */
public sealed interface Ownership {

  /** The condition of a WHERE clause that picks the rows of one database. */
  String condition(UUID databaseId);

  /**
   * By a column that holds the database's id: {@code database_id}, or {@code id} of the database
   * table.
   */
  record Column(String column) implements Ownership {
    @Override
    public String condition(UUID databaseId) {
      return Identifiers.quoteAlways(column) + " = '" + databaseId + "'";
    }
  }

  /**
   * By reference to a table that belongs to the database.
   *
   * @param column the referencing column
   * @param parentSchema schema of the referenced table
   * @param parentTable the referenced table
   * @param parentColumn its referenced column
   * @param parentOwnership how its rows in turn belong to the database
   */
  record Reference(
      String column,
      String parentSchema,
      String parentTable,
      String parentColumn,
      Ownership parentOwnership)
      implements Ownership {
    @Override
    public String condition(UUID databaseId) {
      return Identifiers.quoteAlways(column)
          + " IN (SELECT "
          + Identifiers.quoteAlways(parentColumn)
          + " FROM "
          + Identifiers.quoteAlways(parentSchema)
          + "."
          + Identifiers.quoteAlways(parentTable)
          + " WHERE "
          + parentOwnership.condition(databaseId)
          + ")";
    }
  }
}
