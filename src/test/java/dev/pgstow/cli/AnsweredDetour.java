package dev.pgstow.cli;

import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import dev.pgstow.prompt.Question;
import dev.pgstow.testing.TestServer;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A detour of the wizard without its screens: what is not answered takes its default.
 *
 * @param answers to its questions
 */
record AnsweredDetour(Detour detour, Answers answers) {

  static DetourSite site(Path directory, String database) {
    TestServer server = TestServer.shared();
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            new ConnectionFlags(
                Optional.empty(),
                Optional.of(server.host),
                Optional.of("" + server.port),
                Optional.of(server.user),
                Optional.empty(),
                Optional.empty()),
            Map.of("PGPASSWORD", server.password.isEmpty() ? "s3cret" : server.password),
            directory,
            "tester");
    return new DetourSite(
        directory,
        List.of(),
        new GitAuthor(directory, "tester"),
        Workspace.findIfAny(directory).orElseGet(() -> Workspace.init(directory)),
        settings,
        database,
        Clock.systemUTC());
  }

  static AnsweredDetour of(Detour detour, Map<String, List<String>> given) {
    Answers answers = Answers.none();
    for (Question question : detour.questionnaire().questions()) {
      if (question.when().test(answers)) {
        List<String> values =
            Optional.ofNullable(given.get(question.id())).orElse(suggested(question, answers));
        answers = answers.with(question.id(), values, Origin.PERSON);
      }
    }
    for (String id : given.keySet()) {
      answers = answers.has(id) ? answers : answers.with(id, given.get(id), Origin.PERSON);
    }
    return new AnsweredDetour(detour, answers);
  }

  private static List<String> suggested(Question question, Answers answers) {
    if (question instanceof Question.Tick tick) {
      tick.options().apply(answers);
      return tick.ticked().apply(answers);
    }
    return List.of(
        question instanceof Question.Text text
            ? text.suggestion().apply(answers)
            : ((Question.Pick) question)
                .preselected()
                .apply(answers)
                .orElseGet(
                    () -> ((Question.Pick) question).options().apply(answers).get(0).value()));
  }

  Detour.Staged stage() {
    return detour.stage(answers, ProgressListener.none());
  }

  /** Does it, whatever it asks. */
  Outcome run() {
    try (Detour.Staged staged = stage()) {
      return staged.commit();
    }
  }

  /** The words of the command that an outcome says does it again. */
  static String[] again(Outcome outcome) {
    String command =
        outcome.lines().stream()
            .map(line -> line.text().strip())
            .dropWhile(text -> !text.equals("The same again"))
            .skip(1)
            .findFirst()
            .orElseThrow();
    return Arrays.stream(command.split(" ")).skip(1).toArray(String[]::new);
  }
}
