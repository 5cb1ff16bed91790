package dev.pgstow.cli;

import dev.pgstow.export.ExportQuestions;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.prompt.Answers;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Review;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a detour of the wizard works.
 *
 * @param directory the working directory, which paths are told by
 * @param place the flags that lead a command there
 * @param author who writes plans, unless the person says otherwise
 * @param database the Postgres database that was chosen
 */
record DetourSite(
    Path directory,
    List<String> place,
    GitAuthor author,
    Workspace workspace,
    ConnectionSettings settings,
    String database,
    Clock clock) {

  DetourSite {
    place = List.copyOf(place);
  }

  Databases databases() {
    return new Databases(settings);
  }

  Path resolve(String path) {
    return directory.resolve(path).normalize();
  }

  /** A path as the person would write it. */
  String shown(Path path) {
    return path.startsWith(directory) && !path.equals(directory)
        ? directory.relativize(path).toString()
        : path.toString();
  }

  /** The words of a command on this database; never a secret. */
  List<String> command(String... verb) {
    List<String> words = new ArrayList<>(List.of("pgstow"));
    words.addAll(List.of(verb));
    words.addAll(place);
    new ServerOrigin(settings).describe(words, database);
    return words;
  }

  /** The lines every review begins with. */
  List<Review.Line> reviewed() {
    List<Review.Line> lines = new ArrayList<>();
    lines.add(new Review.Line("server", settings.location(), Optional.empty()));
    lines.add(new Review.Line(ExportQuestions.DATABASE, database, Optional.empty()));
    return lines;
  }

  /** A line of a review that leads to its question. */
  static Review.Line line(String label, String question, Answers answers) {
    return new Review.Line(label, answers.text(question).orElse(""), Optional.of(question));
  }

  /** A command and what it is for, as lines of an outcome. */
  static List<Outcome.Line> step(List<String> words, String purpose) {
    return List.of(
        Outcome.Line.of(Outcome.Kind.TEXT, "  " + ShellWords.join(words)),
        Outcome.Line.of(Outcome.Kind.NOTE, "      " + purpose));
  }
}
