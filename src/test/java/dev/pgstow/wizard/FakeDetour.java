package dev.pgstow.wizard;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Activity;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Pretends to dump, or to do something that follows a dump. */
final class FakeDetour implements Detour {
  final AtomicReference<Answers> answered = new AtomicReference<>(Answers.none());
  final AtomicInteger closed = new AtomicInteger();
  final AtomicInteger committed = new AtomicInteger();
  final AtomicBoolean cancelled = new AtomicBoolean();
  final AtomicInteger staged = new AtomicInteger();
  private final Words words;
  private final List<Question> questions;
  Optional<Ask> before = Optional.empty();
  Optional<Ask> question = Optional.empty();
  Optional<Outcome> declined = Optional.empty();
  Optional<Failure> failure = Optional.empty();
  List<Detour> next = List.of();

  /** Holds the work in its middle. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  private FakeDetour(Words words, List<Question> questions) {
    this.words = words;
    this.questions = questions;
  }

  static FakeDetour dump() {
    return new FakeDetour(
        new Words(
            "Write its schema to files",
            "one object a file, one script, or a module",
            "Dump",
            "dump",
            "Write the files",
            new AtWork(
                "Dumping legacy",
                "reading the catalog",
                "Nothing is written until the end.",
                "Stop? Nothing has been written.")),
        List.of(
            new Question.Pick(
                "layout",
                "--layout",
                "Layout of the files",
                answers -> true,
                answers ->
                    List.of(
                        new Choice("per-kind", "per-kind", List.of("one object a file")),
                        new Choice("flat", "flat", List.of("one schema.sql"))),
                answers -> Optional.empty(),
                answers -> Optional.empty(),
                choice -> ""),
            new Question.Tick(
                "schemas",
                "--schemas",
                "Schemas",
                answers -> true,
                answers ->
                    List.of(
                        new Choice("app", "app", List.of("", "14 tables", "2 views")),
                        new Choice("billing", "billing", List.of("", "3 tables", "0 views"))),
                answers -> List.of("app", "billing"),
                values -> values.isEmpty() ? Optional.of("Tick one.") : Optional.empty(),
                Optional.empty())));
  }

  static FakeDetour adopt() {
    return without(
        new Words(
            "Record a module as deployed",
            "adopt what is there, once it is checked",
            "Adopt",
            "adopt",
            "Check and record",
            new AtWork(
                "Adopting what is in legacy",
                "",
                "Nothing is recorded unless all of it is right.",
                "Stop? Nothing has been recorded.")));
  }

  static FakeDetour drift() {
    return without(
        new Words(
            "Compare it with its source",
            "what was changed by hand, with diffs; pull it",
            "Compare",
            "drift",
            "Compare",
            new AtWork(
                "Comparing legacy with its source",
                "loading the source into a scratch database, reading both",
                "Nothing is changed, here or there.",
                "Stop comparing?")));
  }

  static FakeDetour data() {
    return without(
        new Words(
            "Export its table data",
            "rows to JSON files, all as of one moment",
            "Export data",
            "data",
            "Export the data",
            new AtWork(
                "Exporting the data of legacy",
                "looking at the tables",
                "A table that is finished stays; an export can be gone on with.",
                "Stop? Tables that are finished stay.")));
  }

  private static FakeDetour without(Words words) {
    return new FakeDetour(words, List.of());
  }

  @Override
  public Words words() {
    return words;
  }

  @Override
  public Questionnaire questionnaire() {
    return new Questionnaire(words.title(), questions);
  }

  @Override
  public Review review(Answers answers) {
    return new Review(
        questions.stream()
            .map(
                it ->
                    new Review.Line(
                        it.id(),
                        "" + answers.list(it.id()).orElse(List.of()),
                        Optional.of(it.id())))
            .toList(),
        List.of(new Review.Line("schema", "an object a file, load.sql", Optional.empty())),
        List.of("schema exists; what would change is shown first."),
        List.of(new Review.Option("carried", "owners", "who owns what", true)));
  }

  @Override
  public Optional<Ask> before(Answers answers) {
    return before;
  }

  @Override
  public Staged stage(Answers answers, ProgressListener listener) {
    answered.set(answers);
    staged.incrementAndGet();
    failure.ifPresent(
        it -> {
          throw it;
        });
    if (questions.isEmpty()) {
      listener.on(
          new ProgressEvent.ChangeStarted(Activity.VERIFY, "legacy", "schemas/app", 12, 31));
    } else {
      listener.on(new ProgressEvent.PhaseStarted(Phase.DUMP, OptionalLong.of(420)));
      listener.on(new ProgressEvent.PhaseAdvanced(Phase.DUMP, 140, 0));
      listener.on(new ProgressEvent.TableStarted("app.orders", OptionalLong.of(9_000)));
      listener.on(new ProgressEvent.TableAdvanced("app.orders", 3_000, 120_000));
    }
    waitAtGate();
    return new Result();
  }

  private void waitAtGate() {
    try {
      while (!gate.await(5, TimeUnit.MILLISECONDS)) {
        if (cancelled.getAndSet(false)) {
          throw Failure.interrupted("Cancelled. Nothing was changed.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void cancel() {
    cancelled.set(gate.getCount() > 0);
  }

  /** What a database that is not what it should be makes of an adoption. */
  static Failure refusal() {
    return new Failure(
        ExitCode.VERIFICATION,
        "adopt-refused",
        "The database is not what legacy makes:\n  missing: view app.v",
        "See the differences with pgstow drift --module legacy. Nothing was recorded.",
        null);
  }

  private final class Result implements Staged {
    @Override
    public Optional<Ask> question() {
      return question;
    }

    @Override
    public Outcome commit() {
      committed.incrementAndGet();
      return new Outcome(
          true,
          (questions.isEmpty() ? "Recorded 31 changes" : "Wrote 420 objects of legacy to schema")
              + " in 0.4 s",
          List.of(
              new Line(Kind.TEXT, "folder", "/home/ada/shop/schema"),
              new Line(Kind.TEXT, "files", "420 new, 0 changed, 0 removed, 0 as before"),
              Line.of(Kind.TITLE, "Not carried"),
              new Line(Kind.PROBLEM, "", "large object 16412: large objects are data"),
              Line.of(Kind.TITLE, "Next"),
              Line.of(Kind.TEXT, "  psql -v ON_ERROR_STOP=1 -1 -f schema/load.sql"),
              Line.of(Kind.NOTE, "      make the same schema in an empty database"),
              Line.of(Kind.TITLE, "The same again"),
              Line.of(Kind.TEXT, "  pgstow dump --host localhost --port 5432 --database legacy")),
          next);
    }

    @Override
    public Optional<Outcome> declined() {
      return declined;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
