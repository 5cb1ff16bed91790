package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.Staging;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a command that needs a server works, perhaps in a workspace. */
final class Site {
  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final Optional<Workspace> workspace;
  private final ConnectionSettings settings;

  private Site(
      Surroundings surroundings,
      GlobalOptions global,
      Optional<Workspace> workspace,
      ConnectionSettings settings) {
    this.surroundings = surroundings;
    this.global = global;
    this.workspace = workspace;
    this.settings = settings;
  }

  /** The site the flags name; does not connect yet. */
  static Site of(Surroundings surroundings, GlobalOptions global, ConnectionOptions connection) {
    ConnectionSettings settings = connection.settings(surroundings);
    warn(surroundings, settings);
    return new Site(surroundings, global, Optional.of(workspace(surroundings, global)), settings);
  }

  /** The server the flags name, in a workspace or outside of any. */
  static Site anywhere(
      Surroundings surroundings, GlobalOptions global, ConnectionOptions connection) {
    ConnectionSettings settings = connection.settings(surroundings);
    warn(surroundings, settings);
    Optional<Workspace> workspace = Workspace.findIfAny(global.directory(surroundings));
    workspace.ifPresent(it -> Staging.recover(it.root(), List.of()));
    return new Site(surroundings, global, workspace, settings);
  }

  /** The workspace, with interrupted exports finished or undone. */
  static Workspace workspace(Surroundings surroundings, GlobalOptions global) {
    Workspace workspace = Workspace.find(global.directory(surroundings));
    Staging.recover(workspace.root(), List.of());
    return workspace;
  }

  /** Passes on what is odd about the settings. */
  static void warn(Surroundings surroundings, ConnectionSettings settings) {
    settings
        .warnings()
        .forEach(it -> surroundings.err().println("warning: " + Sanitizer.visible(it)));
  }

  /**
   * The workspace.
   *
   * @throws Failure {@code workspace-not-found}
   */
  Workspace workspace() {
    return workspace.orElseGet(() -> workspace(surroundings, global));
  }

  Path directory() {
    return global.directory(surroundings);
  }

  /**
   * The database that is chosen, by PGDATABASE if by nothing else.
   *
   * @throws Failure {@code database-needed}
   */
  String database() {
    return settings
        .database()
        .or(settings::databaseHint)
        .orElseThrow(
            () ->
                Failure.usage(
                    "database-needed",
                    "No database is named.",
                    "Give --database, a --url with a path, or set PGDATABASE."));
  }

  /** The database that is chosen by flag or URL. */
  Optional<String> chosenDatabase() {
    return settings.database();
  }

  /** The server; asks for a password if it wants one and a person is there. */
  Databases databases() {
    return new Databases(settings());
  }

  /** How to reach the server, a password included if it wants one and a person is there to ask. */
  ConnectionSettings settings() {
    try (Prompters prompters = new Prompters(surroundings, global)) {
      return PasswordPrompt.complete(settings, prompters);
    }
  }

  /**
   * Does the work, showing progress; signals cancel it.
   *
   * @throws Failure the work's own, with the signal's exit code if one came
   */
  <T> T run(Runnable cancel, Function<ProgressListener, T> work) {
    return run(surroundings, global, cancel, work);
  }

  /** As above, for what needs no server. */
  static <T> T run(
      Surroundings surroundings,
      GlobalOptions global,
      Runnable cancel,
      Function<ProgressListener, T> work) {
    try (Interrupts interrupts = Interrupts.during(cancel);
        Progress progress = Progress.of(surroundings, global)) {
      try {
        return work.apply(progress.listener());
      } catch (Failure failure) {
        throw interrupts.failure().map(signal -> signalled(signal, failure)).orElse(failure);
      }
    }
  }

  /** The engine knows what became of the work, the signal which exit code that is. */
  private static Failure signalled(Failure signal, Failure work) {
    String message = work.ident().equals("interrupted") ? work.getMessage() : "Cancelled.";
    return new Failure(signal.exitCode(), signal.ident(), message, work.hint(), work);
  }
}
