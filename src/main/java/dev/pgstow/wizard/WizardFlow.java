package dev.pgstow.wizard;

import dev.pgstow.export.ExportResult;
import dev.pgstow.export.StagedExport;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.prompt.Question;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole way: connect, ask, review, export, preview, replace, result. */
final class WizardFlow {
  private static final String REVIEW = "review";
  private static final String EXPORT = "export";

  private final Ui ui;
  private final InstantSource clock;
  private final Work work;
  private final Exporting exporting;
  private final WizardScript script;
  private WaysIn ways;

  WizardFlow(Ui ui, InstantSource clock, WizardScript script) {
    this.ui = ui;
    this.clock = clock;
    this.work = new Work(ui, clock, script::cancel);
    this.exporting = new Exporting(ui, clock);
    this.script = script;
    ways = WaysIn.of(script.connection(), script.otherConnections());
  }

  /** What was exported; empty if the person took a detour instead. */
  Optional<ExportResult> run() {
    try {
      return goThrough();
    } catch (Failure failure) {
      if (ui.isWritten() && failure.ident().equals(Ui.LEFT)) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Optional<ExportResult> goThrough() {
    ui.chrome(new Chrome(script.title(), ways.chosen().toString(), List.of(), -1));
    attempt(ways).ifPresent(failure -> connect(Optional.of(failure)));
    Answers answers = script.given();
    QuestionFlow.Outcome outcome = questions().all(answers);
    while (true) {
      answers = outcome.answers();
      if (outcome.end() != QuestionFlow.End.DONE) {
        if (outcome.elsewhere().isPresent()) {
          if (elsewhere(outcome.elsewhere().get(), answers)) {
            return Optional.empty();
          }
        } else if (outcome.end() == QuestionFlow.End.RECONNECT) {
          reconnect();
        } else {
          connect(Optional.empty());
        }
        outcome = questions().all(script.carriedOver(answers));
        continue;
      }
      ReviewView.Verdict verdict = review(answers);
      if (verdict instanceof ReviewView.Verdict.Edit edit) {
        Answers before = with(answers, edit.options());
        outcome = questions().only(edit.question(), before);
        if (outcome.end() == QuestionFlow.End.BACK) {
          outcome = new QuestionFlow.Outcome(QuestionFlow.End.DONE, before);
        }
      } else if (verdict instanceof ReviewView.Verdict.Start start) {
        answers = with(answers, start.options());
        Optional<ExportResult> result = export(answers);
        if (result.isPresent()) {
          ui.chrome(ui.chrome().at(EXPORT));
          showResult(answers, result.get());
          return result;
        }
        outcome = new QuestionFlow.Outcome(QuestionFlow.End.DONE, answers);
      } else {
        outcome = questions().last(answers);
      }
    }
  }

  /** Whether the person is done with pgstow; false to choose another answer. */
  private boolean elsewhere(QuestionFlow.Elsewhere elsewhere, Answers answers) {
    Optional<Notice> notice = Optional.of(elsewhere.notice());
    while (notice.isPresent()) {
      DetourFlow.End end = new DetourMenu(ui, clock, notice.get()).run();
      if (end != DetourFlow.End.OTHER_WAYS) {
        return end == DetourFlow.End.DONE;
      }
      // What was done may be the beginning of something else.
      Reply<Optional<Notice>> next =
          work.insist(
              "Looking what can be done",
              "Choose another database",
              () -> script.others(elsewhere.question(), answers));
      notice =
          next instanceof Reply.Given<Optional<Notice>> given ? given.value() : Optional.empty();
    }
    return false;
  }

  private void showResult(Answers answers, ExportResult result) {
    Optional<AfterExport> after =
        result.written() ? script.after(answers, result) : Optional.empty();
    Summary summary = script.summary(answers, result);
    boolean canProve = after.filter(AfterExport::canProve).isPresent();
    Optional<Afterwards> afterwards = after.map(it -> new Afterwards(ui, clock, it));
    while (true) {
      switch (ui.show(new ResultView(result, summary, canProve, after.isPresent()))) {
        case DONE -> {
          return;
        }
        case PROVE -> {
          if (!afterwards.orElseThrow().prove()) {
            return;
          }
        }
        case DEPLOY -> {
          if (!afterwards.orElseThrow().deploy()) {
            return;
          }
        }
      }
    }
  }

  private QuestionFlow questions() {
    Set<String> steps = new LinkedHashSet<>();
    for (Question question : script.questionnaire().questions()) {
      steps.add(script.step(question.id()));
    }
    steps.add(REVIEW);
    steps.add(EXPORT);
    ui.chrome(ui.chrome().withSteps(List.copyOf(steps)));
    return new QuestionFlow(ui, work, script.questionnaire(), new Guide(script));
  }

  /** Shows the form until there is a connection. */
  private void connect(Optional<Failure> why) {
    Optional<Failure> failure = why;
    do {
      Reply<WaysIn> reply = ui.show(new ConnectionView(ways, script.doubts(), failure, false));
      if (reply instanceof Reply.Given<WaysIn> given) {
        ways = given.value();
        ui.chrome(ui.chrome().withServer(ways.chosen().toString()));
        failure = attempt(ways);
      }
    } while (failure.isPresent());
  }

  /** As {@link #connect}, but the connection there is can be kept. */
  private void reconnect() {
    Optional<Failure> failure = Optional.empty();
    WaysIn form = ways;
    do {
      Reply<WaysIn> reply = ui.show(new ConnectionView(form, script.doubts(), failure, true));
      if (!(reply instanceof Reply.Given<WaysIn> given)) {
        return;
      }
      form = given.value();
      failure = attempt(form);
    } while (failure.isPresent());
    ways = form;
  }

  private Optional<Failure> attempt(WaysIn by) {
    SourceFields to = by.chosen();
    try {
      Reply<String> reply = work.run("Connecting to " + to, () -> script.connect(to));
      if (reply instanceof Reply.Given<String> server) {
        ui.chrome(ui.chrome().withServer(server.value()));
        return Optional.empty();
      }
      return Optional.of(Failure.declined("connection-stopped", "Stopped waiting for " + to + "."));
    } catch (Failure failure) {
      if (Work.isFinal(failure)) {
        throw failure;
      }
      return Optional.of(failure);
    }
  }

  private ReviewView.Verdict review(Answers answers) {
    ui.chrome(ui.chrome().at(REVIEW));
    Reply<Review> review =
        work.insist("Putting the review together", "Back", () -> script.review(answers));
    return review instanceof Reply.Given<Review> given
        ? ui.show(new ReviewView(given.value(), "Start the export"))
        : new ReviewView.Verdict.Back();
  }

  private static Answers with(Answers answers, Map<String, List<String>> options) {
    Answers next = answers;
    for (Map.Entry<String, List<String>> option : options.entrySet()) {
      next = next.with(option.getKey(), option.getValue(), Origin.PERSON);
    }
    return next;
  }

  /** Empty to go back to the review. */
  private Optional<ExportResult> export(Answers given) {
    Optional<Answers> confirmed = confirm(given);
    if (confirmed.isEmpty()) {
      return Optional.empty();
    }
    Answers answers = confirmed.get();
    ui.chrome(ui.chrome().at(EXPORT));
    try (StagedExport staged = exporting.stage(script, answers)) {
      if (script.isDryRun()) {
        return compared(staged) ? Optional.of(staged.result()) : Optional.empty();
      }
      if (!mayReplace(staged)) {
        return Optional.empty();
      }
      return Optional.of(exporting.commit(staged));
    } catch (Failure failure) {
      if (Work.isFinal(failure)
          || ui.show(
                  NoticeView.failure(
                      "The export failed", failure, List.of("Back to the review", "Leave")))
              == 1) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  private Optional<Answers> confirm(Answers answers) {
    Reply<List<Confirmation>> questions =
        work.insist("Checking", "Back", () -> script.confirmations(answers));
    if (!(questions instanceof Reply.Given<List<Confirmation>> given)) {
      return Optional.empty();
    }
    Answers next = answers;
    for (Confirmation confirmation : given.value()) {
      if (!answers.origin(confirmation.id()).filter(Origin.FLAG::equals).isPresent()) {
        int yes = ui.show(NoticeView.confirm(confirmation.message(), confirmation.suggestion()));
        next = next.with(confirmation.id(), String.valueOf(yes == 1), Origin.PERSON);
      }
    }
    return Optional.of(next);
  }

  /** Shows what would change, if something is there already; false to go back. */
  private boolean compared(StagedExport staged) {
    return !staged.preview().anyExists()
        || ui.show(OverwriteView.dryRun(ui, work, staged.preview())) != OverwriteView.Verdict.BACK;
  }

  /** Whether to go ahead; false to go back. */
  private boolean mayReplace(StagedExport staged) {
    if (!staged.preview().anyExists()) {
      return true;
    }
    OverwriteView.Verdict verdict =
        script
            .overwrite()
            .map(yes -> yes ? OverwriteView.Verdict.YES : OverwriteView.Verdict.NO)
            .orElseGet(() -> ui.show(OverwriteView.question(ui, work, staged.preview())));
    if (verdict == OverwriteView.Verdict.NO) {
      throw Failure.declined("overwrite-declined", "Nothing was overwritten; all is as it was.");
    }
    return verdict == OverwriteView.Verdict.YES;
  }

  private record Guide(WizardScript script) implements QuestionGuide {
    @Override
    public String step(String questionId) {
      return script.step(questionId);
    }

    @Override
    public boolean canReconnect() {
      return true;
    }

    @Override
    public Optional<Notice> check(String questionId, Answers answers) {
      return script.check(questionId, answers);
    }

    @Override
    public boolean hasOthers(String questionId) {
      return script.hasOthers(questionId);
    }

    @Override
    public Optional<Notice> others(String questionId, Answers answers) {
      return script.others(questionId, answers);
    }
  }
}
