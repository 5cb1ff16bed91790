package dev.pgstow.drift;

import dev.pgstow.failure.Failure;
import dev.pgstow.migrate.ScriptStatements;
import dev.pgstow.postgres.Session;
import dev.pgstow.postgres.SqlFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Loads files into an empty scratch database. What is sent in one message of several statements
 * takes effect wholly or not at all, so a file that fails can be tried again.
 */
final class SourceLoader {
  /** Of a dump's files; the same settings its own scripts make. */
  private static final String DUMPED =
      "RESET SESSION AUTHORIZATION; RESET ALL; SET search_path = ''; SET check_function_bodies ="
          + " false; SET standard_conforming_strings = on; SET xmloption = content; SET"
          + " client_min_messages = warning; SET row_security = off; SET default_tablespace = '';"
          + " SET default_table_access_method = heap; SET DateStyle = 'ISO, MDY'; SET IntervalStyle"
          + " = postgres;\n";

  /** Of files that people write, who may leave out {@code public}. */
  private static final String WRITTEN = DUMPED + "SET search_path = public;\n";

  private static final int GROUP_CHARACTERS = 60_000;
  private static final int GROUP_FILES = 50;
  private static final int SHOWN = 20;

  private final Session session;
  private final Predicate<SqlFailure> mend;
  private final Map<Path, LoadProblem> problems = new LinkedHashMap<>();

  /**
   * A loader.
   *
   * @param session one for scripts
   * @param mend may mend what keeps a statement from running; tells whether it did
   */
  SourceLoader(Session session, Predicate<SqlFailure> mend) {
    this.session = session;
    this.mend = mend;
  }

  /**
   * Loads.
   *
   * @param ordered files in their order
   * @param loose files that may depend on any others
   * @throws Failure {@code source-syntax}, {@code source-not-loadable}; {@code source-not-text}
   */
  void load(List<Path> ordered, List<Path> loose) {
    List<SourceFile> waiting = new ArrayList<>();
    List<SourceFile> group = new ArrayList<>();
    int characters = 0;
    for (Path path : ordered) {
      SourceFile file = SourceFile.read(path);
      if (file.text().length() > GROUP_CHARACTERS && ordered.size() == 1) {
        pieces(file);
        continue;
      }
      group.add(file);
      characters += file.text().length();
      if (group.size() == GROUP_FILES || characters > GROUP_CHARACTERS) {
        waiting.addAll(failing(group));
        group.clear();
        characters = 0;
      }
    }
    waiting.addAll(failing(group));
    Set<Path> written = Set.copyOf(loose);
    loose.forEach(path -> waiting.add(SourceFile.read(path)));
    boolean progress = true;
    while (progress && !waiting.isEmpty()) {
      progress = waiting.removeIf(file -> take(file, written.contains(file.path())));
    }
    if (!waiting.isEmpty()) {
      throw notLoadable(waiting);
    }
    session.execute("COMMIT", "loading the source");
  }

  /** Those of a group that don't load where they stand. */
  private List<SourceFile> failing(List<SourceFile> group) {
    StringBuilder all = new StringBuilder(DUMPED);
    group.forEach(file -> all.append(file.text()).append("\n;\n"));
    if (group.isEmpty() || refused(all.toString()).isEmpty()) {
      return List.of();
    }
    List<SourceFile> failing = new ArrayList<>(group);
    failing.removeIf(file -> take(file, false));
    return failing;
  }

  private boolean take(SourceFile file, boolean written) {
    String prologue = written ? WRITTEN : DUMPED;
    Optional<SqlFailure> refused = refused(prologue + file.text());
    while (refused.isPresent() && mend.test(refused.get())) {
      refused = refused(prologue + file.text());
    }
    if (refused.isEmpty()) {
      problems.remove(file.path());
      return true;
    }
    LoadProblem problem = problem(file, prologue, refused.get());
    problems.put(file.path(), problem);
    if (problem.isSyntax()) {
      throw Failure.failed(
          "source-syntax",
          "The source has a syntax error: " + problem.sentence(),
          "Correct the file. Nothing was compared, nothing was changed.");
    }
    return false;
  }

  /** A long script, piece by piece: a transaction could not hold the locks of all of it. */
  private void pieces(SourceFile file) {
    session.execute(DUMPED, "loading the source");
    int from = -1;
    int to = 0;
    for (ScriptStatements.Span span : ScriptStatements.of(file.text())) {
      from = from < 0 ? span.start() : from;
      to = Math.min(span.end() + 1, file.text().length());
      if (to - from > GROUP_CHARACTERS) {
        piece(file, from, to);
        from = -1;
      }
    }
    if (from >= 0) {
      piece(file, from, to);
    }
  }

  private void piece(SourceFile file, int from, int to) {
    String text = file.text().substring(from, to);
    Optional<SqlFailure> refused = refused(text);
    while (refused.isPresent() && mend.test(refused.get())) {
      refused = refused(text);
    }
    if (refused.isPresent()) {
      SourceFile cut = new SourceFile(file.path(), text);
      LoadProblem found = problem(cut, "", refused.get());
      LoadProblem problem =
          new LoadProblem(file.path(), found.line() + file.line(from) - 1, found.said());
      problems.put(file.path(), problem);
      throw problem.isSyntax()
          ? Failure.failed(
              "source-syntax",
              "The source has a syntax error: " + problem.sentence(),
              "Correct the file. Nothing was compared, nothing was changed.")
          : notLoadable(List.of(file));
    }
  }

  private Optional<SqlFailure> refused(String sql) {
    try {
      session.execute(sql, "loading the source");
      return Optional.empty();
    } catch (SqlFailure e) {
      if (e.ident().equals("connection-lost") || e.ident().equals("query-cancelled")) {
        throw e;
      }
      session.execute("ROLLBACK", "loading the source");
      return Optional.of(e);
    }
  }

  private LoadProblem problem(SourceFile file, String prologue, SqlFailure said) {
    int at = said.position() - 1 - prologue.length();
    if (said.position() > 0 && at >= 0) {
      int points = Math.min(at, file.text().codePointCount(0, file.text().length()));
      int index = file.text().offsetByCodePoints(0, points);
      return new LoadProblem(file.path(), file.line(index), said);
    }
    return new LoadProblem(file.path(), refusedStatement(file, prologue), said);
  }

  /** The server did not say where, so each statement is tried on its own. */
  private int refusedStatement(SourceFile file, String prologue) {
    int at = 0;
    try {
      session.execute("BEGIN;" + prologue, "loading the source");
      for (ScriptStatements.Span span : ScriptStatements.of(file.text())) {
        at = span.start();
        session.execute(file.text().substring(span.start(), span.end()), "loading the source");
      }
    } catch (SqlFailure e) {
      // It is this one.
    }
    session.execute("ROLLBACK", "loading the source");
    return file.line(at);
  }

  private Failure notLoadable(List<SourceFile> left) {
    StringBuilder message = new StringBuilder();
    message
        .append(left.size() == 1 ? "1 file" : left.size() + " files")
        .append(" of the source can't be loaded:");
    left.stream()
        .limit(SHOWN)
        .map(file -> problems.get(file.path()))
        .forEach(
            problem -> message.append("\n  ").append(problem == null ? "" : problem.sentence()));
    if (left.size() > SHOWN) {
      message.append("\n  and ").append(left.size() - SHOWN).append(" more");
    }
    return Failure.failed(
        "source-not-loadable",
        message.toString(),
        "Correct the files. Where an extension or a role is missing, choose a scratch server that"
            + " has it: --scratch-url, or --scratch-here. Nothing was changed.");
  }
}
