package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A temporary database: gone when it is closed. While it is in use a session of ours is connected
 * to it, by which others tell it from one that a killed run left behind.
 */
public final class ScratchDatabase implements AutoCloseable {
  /** What the names of all scratch databases begin with; the second of their making follows. */
  static final String PREFIX = "pgstow_scratch_";

  /** Without a slot, nobody else is asked. */
  private static final String FORGET_SUBSCRIPTIONS =
      """
      DO $$
      DECLARE
        one text;
      BEGIN
        FOR one IN SELECT s.subname FROM pg_catalog.pg_subscription s
            JOIN pg_catalog.pg_database d ON d.oid = s.subdbid
            WHERE d.datname = pg_catalog.current_database() LOOP
          EXECUTE pg_catalog.format('ALTER SUBSCRIPTION %I DISABLE', one);
          EXECUTE pg_catalog.format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', one);
          EXECUTE pg_catalog.format('DROP SUBSCRIPTION %I', one);
        END LOOP;
      END $$
      """;

  private final Databases databases;
  private final String name;
  private final Session keeper;
  private final Consumer<String> warnings;

  private ScratchDatabase(
      Databases databases, String name, Session keeper, Consumer<String> warnings) {
    this.databases = databases;
    this.name = name;
    this.keeper = keeper;
    this.warnings = warnings;
  }

  static ScratchDatabase create(Databases databases, Consumer<String> warnings) {
    String name =
        PREFIX
            + Instant.now().getEpochSecond()
            + "_"
            + UUID.randomUUID().toString().substring(0, 8);
    databases.create(name);
    try {
      Session keeper = databases.connect(name);
      keeper.execute("SET idle_session_timeout = 0", "keeping the database " + name);
      return new ScratchDatabase(databases, name, keeper, warnings);
    } catch (Failure e) {
      drop(databases, name, warnings);
      throw e;
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** The databases of its server. */
  public Databases databases() {
    return databases;
  }

  /** Drops it, and whoever is connected to it. Does not fail: the warnings are told instead. */
  @Override
  public void close() {
    keeper.close();
    drop(databases, name, warnings);
  }

  private static void drop(Databases databases, String name, Consumer<String> warnings) {
    // An interrupted thread could not.
    boolean interrupted = Thread.interrupted();
    try {
      dropWithSubscriptions(databases, name);
    } catch (Failure e) {
      warnings.accept("The scratch database " + name + " is left behind: " + e.getMessage());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void dropWithSubscriptions(Databases databases, String name) {
    try {
      databases.drop(name);
    } catch (Failure e) {
      forgetSubscriptions(databases, name);
      databases.drop(name);
    }
  }

  /** A database that has any can't be dropped. */
  static void forgetSubscriptions(Databases databases, String name) {
    try (Session session = databases.connect(name)) {
      session.execute(FORGET_SUBSCRIPTIONS, "dropping the subscriptions of " + name);
    }
  }
}
