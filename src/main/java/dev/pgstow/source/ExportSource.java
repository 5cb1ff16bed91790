package dev.pgstow.source;

import java.util.List;
import java.util.UUID;

/**
 * A Constructive server an export can read from. It hides whether rows come by SQL or by GraphQL;
 * the two give identical values. Used by one thread at a time, save {@link #cancel()}. The caller
 * closes it.
 */
public interface ExportSource extends AutoCloseable {

  /** What is being read, for people: never with a secret in it. */
  SourceDescription description();

  /** The rows of {@code metaschema_public.database}, by name, with their counts. */
  List<DatabaseEntry> databases();

  /** The schemas of one database, by name. */
  List<SchemaEntry> schemas(UUID databaseId);

  /**
   * One moment of the server: all that is read through the result belongs together. The caller
   * closes it before this source.
   */
  ExportSnapshot snapshot(UUID databaseId, SnapshotOptions options);

  /**
   * The roles that owners, privileges and policies in the server's database name; none where this
   * source does not show them.
   */
  default List<String> roles() {
    return List.of();
  }

  /**
   * Stops what is running on the server, from any thread. The reading thread then fails, and so
   * does all further reading through the snapshot that is open.
   */
  void cancel();

  @Override
  void close();
}
