package dev.pgstow.prompt;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Asks line by line: for dumb terminals, screen readers and {@code --plain}. Line editing, history
 * and completion come from JLine. {@code <} goes back a question; end of input declines. One
 * thread; the caller closes the terminal.
 */
public final class LinePrompter implements Prompter, AutoCloseable {
  static final String BACK = "<";

  /**
   * {@code stty} first: the native providers forget the speed and the line discipline when they set
   * anything, which {@code stty -a} shows afterwards and which hangs up a serial line.
   */
  private static final String PROVIDERS = "exec,ffm,jni";

  private final Terminal terminal;
  private final PrintWriter out;

  /** A prompter on a terminal, dumb or not. */
  public LinePrompter(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.writer();
  }

  /**
   * A prompter on this process's terminal; the questions go to standard error where standard output
   * is not a terminal. The caller closes it.
   *
   * @throws Failure usage if there is no terminal
   */
  public static LinePrompter onTerminal() {
    try {
      return new LinePrompter(
          TerminalBuilder.builder()
              .system(true)
              .systemOutput(TerminalBuilder.SystemOutput.SysOutOrSysErr)
              .providers(PROVIDERS)
              .build());
    } catch (IOException | IllegalStateException e) {
      throw Failure.usage(
          "terminal-unusable",
          "Questions can't be asked on this terminal: " + e.getMessage(),
          "Give the answers as flags, with --no-input.");
    }
  }

  /** Asks for something that must not be seen; empty if nothing was typed. */
  public Optional<String> secret(String message) {
    String line = read(Sanitizer.visible(message) + ": ", List.of(), '*');
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  /** Asks for a line of text; empty if nothing was typed. */
  public Optional<String> line(String message) {
    String line = read(Sanitizer.visible(message) + ": ", List.of());
    return line.isBlank() ? Optional.empty() : Optional.of(line);
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Answers ask(Questionnaire questionnaire, Answers given) {
    Deque<Integer> asked = new ArrayDeque<>();
    Answers answers = given;
    int at = 0;
    while (at < questionnaire.questions().size()) {
      Question question = questionnaire.questions().get(at);
      if (!question.when().test(answers)) {
        at++;
        continue;
      }
      if (answers.origin(question.id()).equals(Optional.of(Answers.Origin.FLAG))) {
        answers = GivenAnswer.check(question, answers);
        at++;
        continue;
      }
      Optional<Answers> next = askOne(question, answers);
      if (next.isPresent()) {
        answers = next.get();
        asked.push(at++);
      } else if (!asked.isEmpty()) {
        at = asked.pop();
      }
    }
    return answers;
  }

  @Override
  public boolean confirm(Confirmation confirmation) {
    String keys = confirmation.suggestion() ? "[Y/n]" : "[y/N]";
    while (true) {
      String line = read(Sanitizer.visible(confirmation.message()) + " " + keys + " ", List.of());
      switch (line.strip().toLowerCase(Locale.ROOT)) {
        case "" -> {
          return confirmation.suggestion();
        }
        case "y", "yes" -> {
          return true;
        }
        case "n", "no" -> {
          return false;
        }
        default -> say("Please answer y or n.");
      }
    }
  }

  /** The answers with this question's; empty to go back. */
  private Optional<Answers> askOne(Question question, Answers answers) {
    if (question instanceof Question.Pick pick) {
      return new LinePick(this, pick).ask(answers);
    }
    if (question instanceof Question.Tick tick) {
      return new LineTick(this, tick).ask(answers);
    }
    return askText((Question.Text) question, answers);
  }

  private Optional<Answers> askText(Question.Text text, Answers answers) {
    boolean answered = answers.origin(text.id()).equals(Optional.of(Answers.Origin.PERSON));
    String suggestion =
        answered ? answers.text(text.id()).orElse("") : text.suggestion().apply(answers);
    while (true) {
      String hint = suggestion.isEmpty() ? "" : " [" + Sanitizer.visible(suggestion) + "]";
      String line = read(Sanitizer.visible(text.message()) + hint + ": ", List.of()).strip();
      if (line.equals(BACK)) {
        return Optional.empty();
      }
      String value = line.isEmpty() ? suggestion : line;
      Optional<String> problem = text.problem().with(answers, value);
      if (problem.isEmpty()) {
        Answers.Origin origin =
            line.isEmpty() && !answered ? Answers.Origin.DEFAULT : Answers.Origin.PERSON;
        return Optional.of(answers.with(text.id(), value, origin));
      }
      say(problem.get());
    }
  }

  /** Prints a line of text that may come from anywhere. */
  void say(String text) {
    out.println(Sanitizer.visible(text));
    out.flush();
  }

  /**
   * Reads a line, completing the words given.
   *
   * @throws Failure declined at the end of input, interrupted on Ctrl-C
   */
  String read(String prompt, List<String> words) {
    return read(prompt, words, null);
  }

  private String read(String prompt, List<String> words, @Nullable Character mask) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .completer(new StringsCompleter(words))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    try {
      // JLine reads % in a prompt as the start of a pattern.
      return reader.readLine(prompt.replace("%", "%%"), mask);
    } catch (UserInterruptException e) {
      throw Failure.interrupted("Cancelled. Nothing was written.");
    } catch (EndOfFileException e) {
      throw Failure.declined("declined", "Left at a question. Nothing was written.");
    }
  }
}
