package dev.pgstow.wizard;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.testing.HarmlessText;
import dev.pgstow.wizard.Outcome.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole way with a server that says nothing but attacks. */
class HostileScreensTest {
  static List<String> names() {
    return Hostile.NAMES;
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("names")
  void noScreenSendsWhatATerminalObeys(String name) {
    try (Session<ExportResult> session = Session.of(new Script(name))) {
      see(session, "Is the server running");
      see(session.press(KeyType.Enter), "Select a database");
      see(session.press(KeyType.Enter), "Notice ");
      see(session.press(KeyType.Enter), "Select a database");
      see(session.press(KeyType.ArrowDown, KeyType.Enter), "Select database_id");
      see(session.press(KeyType.Enter), "Project author");
      see(session.press(KeyType.Enter), "Extension name");
      see(session.press(KeyType.Enter), "Meta extension name");
      see(session.press(KeyType.Enter), "chosen");
      see(session.press(KeyType.Enter), "Start the export");
      see(session.press(KeyType.Enter), "Exported ");
      see(session.type("p"), "Proof of ");
      see(session.press(KeyType.Enter).await("Exported ").type("d"), "Deploy to…");
    }
  }

  private static void see(Session<?> session, String text) {
    session.await(text);
    HarmlessText.check(session.text());
  }

  /** Puts a name wherever a server could. */
  private static final class Script extends FakeScript {
    private final String name;

    Script(String name) {
      this.name = name;
      refuse = 1;
      databases =
          List.of(
              new Choice("legacy", name, List.of(name)), new Choice("demo", name, List.of(name)));
      schemas = List.of(schema(name, name, 1));
      after = Optional.of(new After(name));
    }

    @Override
    public String connect(SourceFields fields) {
      if (connections.incrementAndGet() <= refuse) {
        throw Failure.failed("x", name, "Is the server running? " + name);
      }
      return name;
    }

    @Override
    public Optional<Notice> check(String questionId, Answers answers) {
      return super.check(questionId, answers)
          .map(it -> new Notice("Notice " + name, List.of(name, name)));
    }

    @Override
    public Review review(Answers answers) {
      Review.Line line = new Review.Line(name, name, Optional.empty());
      return new Review(
          List.of(line),
          List.of(line),
          List.of(name),
          List.of(new Review.Option("o", name, name, true)));
    }

    @Override
    public Summary summary(Answers answers, ExportResult result) {
      return new Summary("Exported " + name, name, List.of(new Summary.Step(name, name)));
    }
  }

  private static final class After extends FakeAfter {
    private final String name;

    After(String name) {
      this.name = name;
    }

    @Override
    public Outcome prove(ProgressListener listener) {
      listener.on(new ProgressEvent.TableStarted(name, OptionalLong.of(1)));
      listener.on(new ProgressEvent.Warning(name));
      return new Outcome(
          false, "Proof of " + name, List.of(new Outcome.Line(Kind.PROBLEM, name, name)));
    }
  }
}
