package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.prompt.Prompter;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScreenPrompterTest {

  private static <T> Session<T> session(Function<Prompter, T> use) {
    return new Session<>(80, 24, ColorDepth.NONE, wizard -> use.apply(wizard.prompter(() -> {})));
  }

  private static Questionnaire ask(Question... questions) {
    return new Questionnaire("demo", List.of(questions));
  }

  private static Question.Pick pick(Function<Answers, List<Choice>> options) {
    return new Question.Pick(
        "colour",
        "--colour",
        "Which colour",
        a -> true,
        options,
        a -> Optional.of("blue"),
        a -> Optional.empty(),
        choice -> "");
  }

  @Test
  void asksOnScreensAndStartsOnThePreselected() {
    Question question =
        pick(
            a ->
                List.of(
                    new Choice("red", "red", List.of()), new Choice("blue", "blue", List.of())));
    try (Session<Answers> session =
        session(prompter -> prompter.ask(ask(question), Answers.none()))) {
      session.await("Which colour").press(KeyType.Enter);
      assertEquals(Optional.of("blue"), session.result().text("colour"));
    }
  }

  @Test
  void questionsThatDoNotApplyAreNotAsked() {
    Question never =
        new Question.Text("x", "--x", "Never", a -> false, a -> "", (a, text) -> Optional.empty());
    try (Session<Answers> session = session(prompter -> prompter.ask(ask(never), Answers.none()))) {
      assertEquals(Answers.none(), session.result());
    }
  }

  @Test
  void optionsThatCanNotBeHadAndAreNotTriedAgainEndInLeaving() {
    Question question =
        pick(
            a -> {
              throw Failure.failed("no-list", "permission denied", "");
            });
    try (Session<Answers> session =
        session(prompter -> prompter.ask(ask(question), Answers.none()))) {
      session.await("permission denied").press(KeyType.Escape);
      assertEquals(ExitCode.DECLINED, assertThrows(Failure.class, session::result).exitCode());
    }
  }

  @Test
  void confirmsByKeyOrByTheSuggestion() {
    Confirmation confirmation = new Confirmation("ok", "--yes", "Go on?", true);
    try (Session<Boolean> session = session(prompter -> prompter.confirm(confirmation))) {
      session.await("[ Yes ]").press(KeyType.Enter);
      assertTrue(session.result());
    }
    try (Session<Boolean> session = session(prompter -> prompter.confirm(confirmation))) {
      session.await("Go on?").type("n");
      assertEquals(false, session.result());
    }
  }
}
