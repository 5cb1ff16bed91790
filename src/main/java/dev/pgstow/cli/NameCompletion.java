package dev.pgstow.cli;

import dev.pgstow.cli.document.NameKind;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.source.DatabaseEntry;
import dev.pgstow.source.SqlSource;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.ModuleMap;
import dev.pgstow.workspace.Plan;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the completion scripts ask for names: {@code pgstow __complete KIND WORD…}, the words being
 * those of the command line so far. Prints a name a line. Never asks, never waits long, and is
 * silent if there is nothing, or nobody, to tell.
 */
final class NameCompletion {
  static final String COMMAND = "__complete";
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Surroundings surroundings;
  private final TypedLine line;

  /** Takes the words behind {@value #COMMAND}. */
  NameCompletion(Surroundings surroundings, List<String> words) {
    this.surroundings = surroundings;
    this.line = TypedLine.of(words);
  }

  /** Prints the names. */
  void run() {
    Optional<NameKind> kind = line.words().stream().findFirst().flatMap(NameKind::ofWord);
    List<String> names = kind.isPresent() ? inTime(() -> names(kind.get())) : List.of();
    names.stream()
        .filter(name -> Sanitizer.visible(name).equals(name))
        .forEach(surroundings.out()::println);
  }

  /** Within the time a person waits for a key; whoever works longer works in vain. */
  private static List<String> inTime(Callable<List<String>> search) {
    FutureTask<List<String>> task = new FutureTask<>(search);
    Thread thread = new Thread(task, "completion");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<String> names(NameKind kind) {
    return switch (kind) {
      case DATABASE -> databases().list();
      case CONSTRUCTIVE_DATABASE -> constructiveDatabases();
      case MODULE -> modules().map(it -> sorted(it.names())).orElse(List.of());
      case CHANGE -> module().map(NameCompletion::changes).orElse(List.of());
    };
  }

  private ConnectionSettings settings() {
    return ConnectionSettings.resolve(
        line.connection(), surroundings.environment(), surroundings.home(), surroundings.user());
  }

  private Databases databases() {
    return new Databases(settings());
  }

  private List<String> constructiveDatabases() {
    ConnectionSettings settings = settings();
    Optional<String> database = settings.database().or(settings::databaseHint);
    if (database.isEmpty()) {
      return List.of();
    }
    try (SqlSource source = new SqlSource(new Databases(settings).connect(database.get()))) {
      return source.databases().stream().map(DatabaseEntry::name).toList();
    }
  }

  private Optional<ModuleMap> modules() {
    return Workspace.findIfAny(directory()).map(Workspace::modules);
  }

  /** The one that a word names, else the one of this folder. */
  private Optional<Module> module() {
    Optional<Workspace> workspace = Workspace.findIfAny(directory());
    if (workspace.isEmpty()) {
      return Optional.empty();
    }
    ModuleMap modules = workspace.get().modules();
    return line.words().stream()
        .skip(1)
        .filter(modules::has)
        .findFirst()
        .or(() -> ModuleOptions.here(workspace.get(), directory()))
        .flatMap(modules::find);
  }

  private static List<String> changes(Module module) {
    Plan plan = module.plan();
    List<String> names = new ArrayList<>();
    plan.tags().forEach(tag -> names.add("@" + tag.name()));
    plan.changes().forEach(change -> names.add(change.name()));
    return names;
  }

  private Path directory() {
    Path here = surroundings.directory();
    return line.directory().map(here::resolve).orElse(here).normalize();
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }
}
