package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A server to make scratch databases on. Whoever makes one closes it first, then the server, which
 * stops it if it is ours. Safe for use by several threads.
 */
public final class ScratchServer implements AutoCloseable {
  /** Nothing on it outlives it. */
  private static final Map<String, String> CARELESS =
      Map.of(
          "fsync",
          "off",
          "full_page_writes",
          "off",
          "synchronous_commit",
          "off",
          "autovacuum",
          "off",
          "max_locks_per_transaction",
          "1024",
          "lc_messages",
          "C");

  private final Databases databases;
  private final Optional<EmbeddedPostgres> embedded;

  private ScratchServer(Databases databases, Optional<EmbeddedPostgres> embedded) {
    this.databases = databases;
    this.embedded = embedded;
  }

  /** The server of these databases, whose role may create databases. */
  public static ScratchServer on(Databases databases) {
    return new ScratchServer(databases, Optional.empty());
  }

  static ScratchServer openNear(ScratchPlace place, OptionalInt major) {
    return start(place, major);
  }

  static ScratchServer open(ScratchPlace place, OptionalInt major) {
    ScratchServer server = start(place, major);
    try {
      major.ifPresent(wanted -> server.require(wanted, place));
      return server;
    } catch (Failure e) {
      server.close();
      throw e;
    }
  }

  private static ScratchServer start(ScratchPlace place, OptionalInt major) {
    if (place instanceof ScratchPlace.Named named) {
      return on(new Databases(named.settings()));
    }
    if (place instanceof ScratchPlace.Here here) {
      return on(new Databases(here.settings()));
    }
    EmbeddedPostgres server = embedded(major);
    ConnectionSettings settings =
        new ConnectionSettings(
            List.of(new HostPort(server.host(), server.port())),
            server.user(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            SslMode.DISABLE,
            Map.of(),
            Map.of(),
            PasswordFile.empty(),
            List.of());
    return new ScratchServer(new Databases(settings), Optional.of(server));
  }

  private static EmbeddedPostgres embedded(OptionalInt major) {
    ServerBinaries binaries = ServerBinaries.installed();
    return major.isPresent() && binaries.of(major.getAsInt()).isPresent()
        ? EmbeddedPostgres.start(major.getAsInt(), binaries, CARELESS)
        : EmbeddedPostgres.start(CARELESS);
  }

  private void require(int wanted, ScratchPlace place) {
    int found = majorVersion();
    if (found != wanted) {
      throw Failure.failed(
          "scratch-version",
          (place instanceof ScratchPlace.Embedded ? "The embedded server" : "The scratch server")
              + " is PostgreSQL "
              + found
              + ", but one of PostgreSQL "
              + wanted
              + " is needed, which words its catalogs differently.",
          "Name a server of PostgreSQL "
              + wanted
              + " with --scratch-url, or use the source's own with --scratch-here.");
    }
  }

  /** Its databases, scratch or not. */
  public Databases databases() {
    return databases;
  }

  /** Whether it is our own: whatever is done to it harms nobody. */
  public boolean isEmbedded() {
    return embedded.isPresent();
  }

  /** Such as 17. */
  public int majorVersion() {
    try (Session session = databases.connectToAny()) {
      return session.majorVersion();
    }
  }

  /** For people: such as {@code PostgreSQL 17.4, embedded}; without secrets. */
  public String description() {
    try (Session session = databases.connectToAny()) {
      String location = session.location();
      return "PostgreSQL "
          + session.serverVersion()
          + (isEmbedded()
              ? ", embedded"
              : " at " + location.substring(0, location.lastIndexOf('/')));
    }
  }

  /**
   * Makes an empty scratch database, and removes those that killed runs of this role have left; the
   * caller closes it.
   *
   * @param warnings told if it could not be dropped in the end
   * @throws Failure as {@link Databases#create}
   */
  public ScratchDatabase create(Consumer<String> warnings) {
    if (embedded.isEmpty()) {
      new StaleScratch(databases).drop();
    }
    return ScratchDatabase.create(databases, warnings);
  }

  /**
   * Sees to it that roles are there which scripts name. Only on a server of our own are the missing
   * ones made, and they can do nothing there ({@code NOLOGIN}).
   *
   * @throws Failure {@code scratch-role-missing}, naming them all
   */
  public void provideRoles(Collection<String> names) {
    try (Session session = databases.connectToAny()) {
      Set<String> missing = new TreeSet<>(names);
      missing.removeAll(RoleNames.all(session));
      if (isEmbedded()) {
        missing.forEach(name -> RoleNames.createStub(session, name));
      } else if (!missing.isEmpty()) {
        throw Failure.failed(
            "scratch-role-missing",
            "The scratch server "
                + session.location()
                + " lacks roles that the modules name: "
                + String.join(", ", missing)
                + ".",
            "Make them there (CREATE ROLE … NOLOGIN; pgstow admin-users bootstrap makes those of"
                + " Constructive), or leave out the flag that chose this server: the embedded one"
                + " gets them by itself.");
      }
    }
  }

  /** The roles that owners, privileges and policies of the session's database name. */
  public static List<String> rolesNamedIn(Session session) {
    return new ArrayList<>(RoleNames.namedIn(session));
  }

  /** Stops the server and removes its data, if it is ours. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
