package dev.pgstow.cli;

import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.prompt.Answers;
import dev.pgstow.wizard.ApiFields;
import dev.pgstow.wizard.ConnectionFields;
import dev.pgstow.wizard.SourceFields;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What the wizard exports from: a PostgreSQL server or a GraphQL API, whichever the person last got
 * through to. One thread connects at a time; {@link #cancel()} from any.
 */
final class SourceDoor implements AutoCloseable {

  /**
   * What flags and environment say.
   *
   * @param ahead a connection to the server that is being made already
   */
  record Given(
      ConnectionSettings settings,
      GraphQlEntry api,
      boolean isApiFirst,
      Optional<ConnectionAhead> ahead) {}

  private record Entered(Origin origin, SourceWorld world) {}

  private final Given given;
  private final GitAuthor git;
  private final BiFunction<String, Answers, Optional<List<String>>> memory;
  private volatile ConnectionSettings settings;
  private volatile Optional<Entered> entered = Optional.empty();
  private volatile Optional<SourceWorld> opening = Optional.empty();

  SourceDoor(
      Given given, GitAuthor git, BiFunction<String, Answers, Optional<List<String>>> memory) {
    this.given = given;
    this.git = git;
    this.memory = memory;
    this.settings = given.settings();
  }

  /** How flags and environment say it is reached. */
  SourceFields first() {
    return given.isApiFirst() ? ApiConnectionForm.of(given.api()) : server();
  }

  /** The other way. */
  SourceFields second() {
    return given.isApiFirst() ? server() : ApiConnectionForm.of(given.api());
  }

  private ConnectionFields server() {
    return ConnectionForm.of(given.settings());
  }

  /**
   * Connects, instead of the connection there was; if it fails that one stays.
   *
   * @return the server, such as {@code postgres@localhost:5432 PostgreSQL 17.4}
   */
  String connect(SourceFields fields) {
    Origin wanted =
        fields instanceof ApiFields api
            ? ApiConnectionForm.apply(given.api(), api).origin()
            : new ServerOrigin(ConnectionForm.apply(settings, (ConnectionFields) fields));
    SourceWorld fresh = wanted.open(git, memory);
    opening = Optional.of(fresh);
    String greeting;
    try {
      greeting = greeting(wanted, fresh);
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    } finally {
      opening = Optional.empty();
    }
    close();
    entered = Optional.of(new Entered(wanted, fresh));
    if (wanted instanceof ServerOrigin server) {
      settings = server.settings();
    }
    return greeting;
  }

  private String greeting(Origin wanted, SourceWorld world) {
    if (wanted instanceof ServerOrigin server) {
      ConnectionSettings to = server.settings();
      return given
          .ahead()
          .flatMap(ahead -> ahead.greeting(to))
          .orElseGet(() -> ServerGreeting.of(to, to.database()));
    }
    // An API has no greeting: it is there if it lists its databases.
    world.source(wanted.location()).databases();
    return wanted.location() + "  GraphQL";
  }

  private Entered entered() {
    return entered.orElseThrow(() -> new IllegalStateException("not connected"));
  }

  Origin origin() {
    return entered().origin();
  }

  SourceWorld world() {
    return entered().world();
  }

  /** The PostgreSQL server that was last used, else the one of flags and environment. */
  ConnectionSettings settings() {
    return settings;
  }

  /** Stops what is running at the source, from any thread. */
  void cancel() {
    opening.ifPresent(SourceWorld::cancel);
    entered.ifPresent(it -> it.world().cancel());
  }

  @Override
  public void close() {
    entered.ifPresent(it -> it.world().close());
  }
}
