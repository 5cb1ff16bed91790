package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import dev.pgstow.failure.NearNames;
import dev.pgstow.sql.Identifiers;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * The databases of one server. Holds no connection: sessions are the caller's, and the rest opens
 * and closes its own. Safe for use by several threads.
 */
public final class Databases {
  private static final int GLANCE_SECONDS = 5;
  private static final String LIST =
      "SELECT datname FROM pg_catalog.pg_database WHERE NOT datistemplate AND datallowconn"
          + " ORDER BY datname = 'postgres', datname";

  // Not to_regclass(): it fails where the role may not use the schema.
  private static final String IS_CONSTRUCTIVE =
      "SELECT EXISTS (SELECT FROM pg_catalog.pg_class c"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = 'metaschema_public' AND c.relname = 'database')";

  private static final String EXISTS = "SELECT FROM pg_catalog.pg_database WHERE datname = ?";

  private static final int NEAR = 3;

  /** Held, since what is set on a logger that nobody holds is forgotten. */
  private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

  private final ConnectionSettings settings;

  /** The databases of the first server of the settings that answers. */
  public Databases(ConnectionSettings settings) {
    this.settings = settings;
  }

  /**
   * Opens a session; the caller closes it. The hosts are tried in order; the next one only if no
   * server answers, as in libpq.
   *
   * @throws Failure with the server's words: {@code connection-refused}, {@code unknown-host},
   *     {@code connection-timeout}, {@code password-missing}, {@code password-wrong}, {@code
   *     login-rejected}, {@code database-not-found}, {@code database-refused}, {@code
   *     too-many-connections}, {@code server-not-ready}, {@code ssl-required}, {@code
   *     ssl-unsupported}, {@code ssl-failed}, {@code ssl-passphrase}, {@code connection-failed}
   */
  public Session connect(String database) {
    try {
      return open(database, new Properties());
    } catch (Failure e) {
      throw e.ident().equals("database-not-found") ? withNearNames(e, database) : e;
    }
  }

  /**
   * As {@link #connect}, for running scripts: what goes through a {@link java.sql.Statement} is
   * sent as it stands, in one message that the driver neither splits nor prepares.
   */
  public Session connectForScripts(String database) {
    Properties plain = new Properties();
    PGProperty.PREFER_QUERY_MODE.set(plain, PreferQueryMode.EXTENDED_FOR_PREPARED.value());
    PGProperty.ALLOW_ENCODING_CHANGES.set(plain, true);
    try {
      return open(database, plain);
    } catch (Failure e) {
      throw e.ident().equals("database-not-found") ? withNearNames(e, database) : e;
    }
  }

  /** Whether there is such a database, templates and closed ones included. */
  public boolean exists(String database) {
    try (Session session = connectToAny();
        PreparedStatement statement = session.connection().prepareStatement(EXISTS)) {
      statement.setString(1, database);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw SqlFailures.of(e, "looking for the database " + database, settings.user());
    }
  }

  /**
   * Makes an empty database, a copy of {@code template0}.
   *
   * @throws Failure as {@link #connect}, or in the server's words
   */
  public void create(String database) {
    try (Session session = connectToAny()) {
      session.execute(
          "CREATE DATABASE " + Identifiers.quoteAlways(database) + " TEMPLATE template0",
          "creating the database " + database);
    }
  }

  /**
   * Drops a database if it is there, and whoever is connected to it.
   *
   * @throws Failure as {@link #connect}, or in the server's words
   */
  public void drop(String database) {
    try (Session session = connectToAny()) {
      session.execute(
          "DROP DATABASE IF EXISTS " + Identifiers.quoteAlways(database) + " WITH (FORCE)",
          "dropping the database " + database);
    }
  }

  /**
   * The names of the databases that take connections, templates left out, {@code postgres} last.
   *
   * @throws Failure as {@link #connect}, if no database can be connected to
   */
  public List<String> list() {
    List<String> names = new ArrayList<>();
    try (Session session = connectToAny();
        Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(LIST)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw SqlFailures.of(e, "listing the databases", settings.user());
    }
    return names;
  }

  /** Looks into a database for a moment; takes seconds at most, and does not fail. */
  public DatabaseKind kind(String database) {
    Properties glance = new Properties();
    PGProperty.LOGIN_TIMEOUT.set(glance, GLANCE_SECONDS);
    PGProperty.SOCKET_TIMEOUT.set(glance, GLANCE_SECONDS);
    try (Session session = open(database, glance);
        PreparedStatement statement = session.connection().prepareStatement(IS_CONSTRUCTIVE);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getBoolean(1) ? DatabaseKind.CONSTRUCTIVE : DatabaseKind.PLAIN;
    } catch (SQLException | Failure e) {
      return DatabaseKind.NO_ACCESS;
    }
  }

  /**
   * Opens a session with the server, whatever the database: {@code postgres}, else what the user
   * names, else the user's own. The caller closes it.
   *
   * @throws Failure as {@link #connect}
   */
  public Session connectToAny() {
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add("postgres");
    settings.databaseHint().ifPresent(candidates::add);
    settings.database().ifPresent(candidates::add);
    candidates.add(settings.user());
    Failure first = null;
    for (String candidate : candidates) {
      try {
        return open(candidate, new Properties());
      } catch (Failure e) {
        if (!ConnectionFailures.isAboutTheDatabase(e)) {
          throw e;
        }
        first = first == null ? e : first;
      }
    }
    throw first == null ? new IllegalStateException("no candidates") : first;
  }

  private Failure withNearNames(Failure notFound, String wanted) {
    try {
      int limit = Math.max(1, wanted.length() / 3);
      List<String> near =
          NearNames.to(wanted, list(), NEAR).stream()
              .filter(name -> NearNames.distance(wanted, name) <= limit)
              .toList();
      return near.isEmpty()
          ? notFound
          : new Failure(
              notFound.exitCode(),
              notFound.ident(),
              String.valueOf(notFound.getMessage()),
              "Did you mean " + String.join(", ", near) + "?",
              notFound.getCause());
    } catch (Failure e) {
      return notFound;
    }
  }

  private Session open(String database, Properties overrides) {
    boolean preferStandby =
        settings
            .parameter(Keyword.TARGET_SESSION_ATTRS)
            .filter("prefer-standby"::equals)
            .isPresent();
    if (preferStandby && settings.hosts().size() > 1) {
      Properties standby = new Properties();
      overrides
          .stringPropertyNames()
          .forEach(n -> standby.setProperty(n, overrides.getProperty(n)));
      PGProperty.TARGET_SERVER_TYPE.set(standby, "secondary");
      try {
        return firstOf(database, standby);
      } catch (Failure e) {
        // None is a standby; any will do.
      }
    }
    return firstOf(database, overrides);
  }

  private Session firstOf(String database, Properties overrides) {
    for (int i = 0; ; i++) {
      HostPort server = settings.hosts().get(i);
      try {
        return open(server, database, overrides);
      } catch (SQLException e) {
        boolean last = i == settings.hosts().size() - 1;
        if (last || !ConnectionFailures.isUnanswered(e)) {
          throw new ConnectionFailures(settings, server, database).of(e);
        }
      }
    }
  }

  private Session open(HostPort server, String database, Properties overrides) throws SQLException {
    Properties properties = DriverProperties.of(settings, server, database);
    overrides
        .stringPropertyNames()
        .forEach(name -> properties.setProperty(name, overrides.getProperty(name)));
    // What the driver logs of failures is in its exceptions; a console would be the screen.
    DRIVER_LOG.setUseParentHandlers(false);
    long start = System.nanoTime();
    if (!(new Driver().connect("jdbc:postgresql://", properties) instanceof PgConnection opened)) {
      throw new SQLException("The driver gave no connection.", "08001");
    }
    try {
      Session session = new Session(opened, settings.locationOf(server, database));
      if (StatementLog.isOn()) {
        StatementLog.tell(
            "connected to " + session.location() + ", PostgreSQL " + session.serverVersion(),
            start);
      }
      return session;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }
}
