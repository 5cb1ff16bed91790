package dev.pgstow.source;

import dev.pgstow.metaschema.MetadataTable;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** One consistent view of one database of a Constructive server. Used by one thread at a time. */
public interface ExportSnapshot extends AutoCloseable {

  /** The database's own row. */
  DatabaseEntry database();

  /** All its schemas, by name. */
  List<SchemaEntry> schemas();

  /** How many actions it has; empty where this source has no {@code db_migrate.sql_actions}. */
  OptionalLong actions();

  /** Streams the actions in order of their id. Nothing is held after the handler returns. */
  void readActions(ActionHandler handler) throws IOException;

  /** The metadata tables, in export order, those without rows of this database included. */
  List<MetadataTable> tables();

  /**
   * Streams a table's rows of this database in the table's order: one value a column of {@link
   * MetadataTable#columns()}, in PostgreSQL's text form under fixed settings, null for NULL.
   */
  void readRows(MetadataTable table, RowHandler handler) throws IOException;

  /**
   * The columns of a table that look as if they held secrets (passwords, tokens, keys) and have
   * values in this database's rows.
   */
  List<String> secretColumns(MetadataTable table);

  /**
   * What this source could not show or carry as PostgreSQL has it, each a sentence naming table and
   * column. Complete once all has been read.
   */
  default List<String> warnings() {
    return List.of();
  }

  /** Watches what an export writes, to tell afterwards what it requires of a target. */
  RequirementScan requirementScan();

  @Override
  void close();

  /** Takes one action. */
  @FunctionalInterface
  interface ActionHandler {
    /** The action; its texts may be kept. */
    void action(SqlAction action) throws IOException;
  }
}
