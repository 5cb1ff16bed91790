package dev.pgstow.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoInputPrompterTest {
  private final NoInputPrompter prompter = new NoInputPrompter();

  private Answers ask(Answers given, String... databases) {
    return prompter.ask(Questions.of(List.of(databases)), given);
  }

  @Test
  void defaultsAnswer() {
    Answers answers = ask(Answers.none(), "one");
    assertEquals(Optional.of("one"), answers.text("database"));
    assertEquals(Optional.of("one-x"), answers.text("name"));
    assertEquals(Optional.of(List.of("a", "b", "c")), answers.list("schemas"));
    assertEquals(Optional.of(Answers.Origin.DEFAULT), answers.origin("name"));
  }

  @Test
  void whatOnlyAPersonCanTellNamesTheFlag() {
    Failure failure = assertThrows(Failure.class, () -> ask(Answers.none(), "one", "two"));
    assertEquals("input-needed", failure.ident());
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertTrue(failure.hint().contains("--database, one of: one, two"));
  }

  @Test
  void flagsAnswerByValueLabelOrAlias() {
    Answers given = Answers.none().with("database", "two-alias", Answers.Origin.FLAG);
    assertEquals(Optional.of("two"), ask(given, "one", "two").text("database"));
  }

  @Test
  void anEntryOfTheVeryNameIsMeantBeforeOneInAnotherCase() {
    Answers given = Answers.none().with("database", "fresh", Answers.Origin.FLAG);
    assertEquals(Optional.of("fresh"), ask(given, "FRESH", "fresh").text("database"));
    assertEquals(Optional.of("FRESH"), ask(given, "one", "FRESH").text("database"));
  }

  @Test
  void aFlagThatSeveralAreCalledByNamesThem() {
    Answers given = Answers.none().with("database", "Fresh", Answers.Origin.FLAG);
    Failure failure = assertThrows(Failure.class, () -> ask(given, "FRESH", "fresh"));
    assertEquals("answer-ambiguous", failure.ident());
    assertEquals("Give one of: FRESH, fresh", failure.hint());
  }

  @Test
  void aWrongFlagNamesWhatIsNear() {
    Answers given = Answers.none().with("database", "tow", Answers.Origin.FLAG);
    Failure failure = assertThrows(Failure.class, () -> ask(given, "one", "two"));
    assertEquals("answer-unknown", failure.ident());
    assertTrue(failure.hint().startsWith("Near it: two"), failure.hint());
  }

  @Test
  void aRefusedTextSaysWhy() {
    Answers given = Answers.none().with("name", "a b", Answers.Origin.FLAG);
    Failure failure = assertThrows(Failure.class, () -> ask(given, "one"));
    assertEquals("--name: No spaces.", failure.getMessage());
  }

  @Test
  void tickingNothingIsRefused() {
    Answers given = Answers.none().with("schemas", List.of(), Answers.Origin.FLAG);
    assertEquals("answer-refused", assertThrows(Failure.class, () -> ask(given, "one")).ident());
  }

  @Test
  void aConfirmationNamesItsFlag() {
    Failure failure =
        assertThrows(
            Failure.class,
            () -> prompter.confirm(new Confirmation("overwrite", "--yes", "Overwrite?", true)));
    assertTrue(failure.hint().contains("--yes"));
  }
}
