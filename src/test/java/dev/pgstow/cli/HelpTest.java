package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.cli.document.Argument;
import dev.pgstow.cli.document.CommandPage;
import dev.pgstow.cli.document.Example;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the commands tell of themselves is there, and true. */
class HelpTest {
  private static final PgstowCommandLine PROGRAM =
      new PgstowCommandLine(
          new Surroundings(
              Map.of(),
              Path.of(""),
              "tester",
              Path.of(""),
              new PrintStream(OutputStream.nullOutputStream()),
              new PrintStream(OutputStream.nullOutputStream()),
              ""));

  private static final CommandLine LINE =
      PROGRAM.commandLine(
          new FailurePrinter(
              new PrintStream(OutputStream.nullOutputStream()),
              new PrintStream(OutputStream.nullOutputStream()),
              false,
              false));
  private static final List<CommandPage> PAGES = PROGRAM.page().all().toList();

  static Stream<CommandPage> pages() {
    return PAGES.stream();
  }

  static Stream<Example> examples() {
    return pages().flatMap(page -> page.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandSaysInOneSentenceWhatItDoes(CommandPage page) {
    assertTrue(page.summary().endsWith("."), page.summary());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandHasAnExampleOfItself(CommandPage page) {
    assertTrue(
        page.examples().stream()
            .anyMatch(it -> it.command().matches(".*\\b" + page.name() + "\\b.*")),
        page::toString);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyOptionAndOperandIsDescribed(CommandPage page) {
    for (Argument argument :
        Stream.concat(page.options().stream(), page.operands().stream()).toList()) {
      assertFalse(argument.description().isBlank(), argument::toString);
      assertFalse(argument.description().contains("${"), argument::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsACommandLineThatIsTaken(Example example) {
    List<String> words = ShellLine.words(example.command());
    words.removeIf(word -> word.matches("[A-Z_]+=.*"));
    assertEquals("pgstow", words.get(0));
    String[] arguments = words.subList(1, words.size()).toArray(String[]::new);
    LINE.parseArgs(PgstowCommandLine.withDefault(PgpmSpelling.translate(arguments)));
  }

  @Test
  void theHelpOfEveryCommandShowsItsExamples() {
    for (CommandPage page : pages().toList()) {
      CommandLine command = LINE;
      for (String word : page.path().subList(1, page.path().size())) {
        command = command.getSubcommands().get(word);
      }
      String help = command.getUsageMessage();
      page.examples().forEach(it -> assertTrue(help.contains(it.command()), help));
    }
  }
}
