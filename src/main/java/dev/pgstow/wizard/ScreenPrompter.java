package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.prompt.Prompter;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import java.util.List;

/** Asks a questionnaire on full screens. */
final class ScreenPrompter implements Prompter {
  private final Ui ui;
  private final Work work;

  ScreenPrompter(Ui ui, Work work) {
    this.ui = ui;
    this.work = work;
  }

  @Override
  public Answers ask(Questionnaire questionnaire, Answers given) {
    List<String> steps = questionnaire.questions().stream().map(Question::id).toList();
    ui.chrome(new Chrome(questionnaire.title(), ui.chrome().server(), steps, -1));
    QuestionFlow flow = new QuestionFlow(ui, work, questionnaire, id -> id);
    QuestionFlow.Outcome outcome = flow.all(given);
    if (outcome.end() != QuestionFlow.End.DONE) {
      // There is nothing to go back to before the first question.
      throw Failure.declined("left", "Left; nothing was written.");
    }
    return outcome.answers();
  }

  @Override
  public boolean confirm(Confirmation confirmation) {
    return ui.show(NoticeView.confirm(confirmation.message(), confirmation.suggestion())) == 1;
  }
}
