package dev.pgstow.cli;

import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.prompt.Answers;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.SqlSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The export's world behind a PostgreSQL server. Keeps one source open, that of the database asked
 * for last, and replaces it when its connection is lost. Thread-safe.
 */
final class ServerWorld implements SourceWorld {
  static final String CONSTRUCTIVE = "Constructive";
  static final String PLAIN = "plain";

  private record Open(String database, SqlSource source) {
    boolean serves(String wanted) {
      return database.equals(wanted) && source.isOpen();
    }
  }

  private final ConnectionSettings settings;
  private final Databases databases;
  private final GitAuthor git;
  private final BiFunction<String, Answers, Optional<List<String>>> memory;
  private Optional<List<String>> listed = Optional.empty();
  private volatile Optional<Open> open = Optional.empty();

  ServerWorld(
      ConnectionSettings settings,
      GitAuthor git,
      BiFunction<String, Answers, Optional<List<String>>> memory) {
    this.settings = settings;
    this.databases = new Databases(settings);
    this.git = git;
    this.memory = memory;
  }

  @Override
  public synchronized List<String> databases() {
    if (listed.isEmpty()) {
      listed = Optional.of(List.copyOf(databases.list()));
    }
    return listed.orElseThrow();
  }

  @Override
  public Optional<String> databaseHint() {
    return settings.databaseHint();
  }

  @Override
  public String kind(String database) {
    return switch (databases.kind(database)) {
      case CONSTRUCTIVE -> CONSTRUCTIVE;
      case PLAIN -> PLAIN;
      case NO_ACCESS -> "no access";
    };
  }

  @Override
  public synchronized ExportSource source(String database) {
    Optional<Open> current = open.filter(one -> one.serves(database));
    if (current.isPresent()) {
      return current.orElseThrow().source();
    }
    close();
    SqlSource source = new SqlSource(databases.connect(database));
    open = Optional.of(new Open(database, source));
    return source;
  }

  @Override
  public void cancel() {
    // Not synchronized: the thread being stopped may hold the lock.
    Optional<Open> current = open;
    current.ifPresent(one -> one.source().cancel());
  }

  @Override
  public String author() {
    return git.author();
  }

  @Override
  public Optional<List<String>> remembered(String question, Answers answers) {
    return memory.apply(question, answers);
  }

  @Override
  public synchronized void close() {
    open.ifPresent(one -> one.source().close());
    open = Optional.empty();
  }
}
