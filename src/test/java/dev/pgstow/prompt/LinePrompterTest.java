package dev.pgstow.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

/** Line prompts on a scripted dumb terminal. */
class LinePrompterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private LinePrompter typing(String... lines) throws IOException {
    String typed = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    Terminal terminal =
        new DumbTerminal(
            "test",
            "dumb",
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            out,
            StandardCharsets.UTF_8);
    return new LinePrompter(terminal);
  }

  private Answers ask(String... lines) throws IOException {
    return typing(lines).ask(Questions.of(List.of("one", "two", "three")), Answers.none());
  }

  private String screen() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void enterTakesTheDefaults() throws IOException {
    Answers answers = ask("", "", "");
    assertEquals(Optional.of("one"), answers.text("database"));
    assertEquals(Optional.of("one-x"), answers.text("name"));
    assertEquals(Optional.of(List.of("a", "b", "c")), answers.list("schemas"));
    assertTrue(screen().contains("*  1) one  detail  (plain)"), screen());
  }

  @Test
  void numbersAndNamesChoose() throws IOException {
    assertEquals(Optional.of("two"), ask("2", "", "").text("database"));
    assertEquals(Optional.of("three"), ask("three", "", "").text("database"));
  }

  @Test
  void partOfANameNarrowsTheList() throws IOException {
    assertEquals(Optional.of("three"), ask("thr", "1", "", "").text("database"));
  }

  @Test
  void aWrongTextIsAskedAgain() throws IOException {
    assertEquals(Optional.of("fine"), ask("", "not fine", "fine", "").text("name"));
    assertTrue(screen().contains("No spaces."));
  }

  @Test
  void backKeepsWhatWasAnswered() throws IOException {
    Answers answers = ask("2", "mine", "<", "<", "3", "", "");
    assertEquals(Optional.of("three"), answers.text("database"));
    assertEquals(Optional.of("mine"), answers.text("name"));
  }

  @Test
  void defaultsNobodyTouchedFollowAnotherChoice() throws IOException {
    assertEquals(Optional.of("two-x"), ask("1", "", "<", "<", "2", "", "").text("name"));
  }

  @Test
  void whatAnotherChoiceDoesNotOfferIsNoLongerTheAnswer() throws IOException {
    Answers answers =
        typing("1", "1", "", "<", "<", "<", "2", "", "1", "", "")
            .ask(Questions.dependent(), Answers.none());
    assertTrue(screen().contains("Please choose one."), screen());
    assertEquals(Optional.of("two-a"), answers.text("id"));
    assertEquals(Optional.of(List.of("two-s", "two-t")), answers.list("schemas"));
  }

  @Test
  void aNameThatSeveralHaveIsAskedForByNumber() throws IOException {
    Answers answers =
        typing("twin", "2", "x", "twin", "2", "").ask(Questions.twins(), Answers.none());
    assertEquals(Optional.of("2"), answers.text("one"));
    assertEquals(Optional.of(List.of("1")), answers.list("some"));
    assertTrue(screen().contains("2 are called \"twin\": give a number."), screen());
  }

  @Test
  void ticksToggle() throws IOException {
    Answers answers = ask("", "", "1 c", "k", "");
    assertEquals(Optional.of(List.of("b")), answers.list("schemas"));
    assertTrue(answers.isOn("keep"));
    assertEquals(Optional.of(List.of("b")), ask("", "", "a", "", "b", "").list("schemas"));
  }

  @Test
  void theEndOfInputDeclines() {
    Failure failure = assertThrows(Failure.class, () -> ask("2"));
    assertEquals(ExitCode.DECLINED, failure.exitCode());
  }

  @Test
  void confirmationsHaveADefault() throws IOException {
    Confirmation yes = new Confirmation("overwrite", "--yes", "Overwrite?", true);
    assertTrue(typing("").confirm(yes));
    assertFalse(typing("maybe", "n").confirm(yes));
    assertTrue(screen().contains("[Y/n]"));
  }

  @Test
  void namesReachTheTerminalHarmless() throws IOException {
    typing("", "", "").ask(Questions.of(List.of("a\u001b[2Jb%N")), Answers.none());
    assertTrue(screen().contains("a\\u{1b}[2Jb%N"), screen());
    assertFalse(screen().contains("\u001b[2J"));
  }
}
