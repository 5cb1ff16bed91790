package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.export.ExportResult;
import java.util.ArrayList;
import java.util.List;

/** What was written, what to do next, and the line that does it again. */
final class ResultView extends View<ResultView.Next> {

  /** What the person wants. */
  enum Next {
    DONE,
    PROVE,
    DEPLOY
  }

  /** More lines than this of one warning would hide what to do next. */
  private static final int SHORT = 2;

  private final ExportResult result;
  private final Summary summary;
  private final boolean canProve;
  private final boolean canDeploy;
  private final Pane pane = new Pane(List.of());

  /** With keys for what can be done next. */
  ResultView(ExportResult result, Summary summary, boolean canProve, boolean canDeploy) {
    this.result = result;
    this.summary = summary;
    this.canProve = canProve;
    this.canDeploy = canDeploy;
  }

  @Override
  void draw(Canvas canvas) {
    int after = canvas.put(1, 0, canvas.glyphs().check(), Role.OK);
    after = canvas.put(after + 1, 0, summary.headline(), Role.TITLE);
    canvas.put(after + 2, 0, "in " + Numbers.elapsed(result.elapsed()), Role.DIM);
    pane.lines(lines(canvas.width() - 2));
    pane.draw(canvas.part(1, 2, canvas.width() - 2, canvas.height() - 3));
    canvas.putRight(canvas.height() - 1, pane.position(), Role.DIM, 1);
  }

  private List<Pane.Line> lines(int width) {
    List<Pane.Line> lines = new ArrayList<>();
    result.extension().ifPresent(module -> module(lines, module, ""));
    long rows = result.rows().values().stream().mapToLong(Long::longValue).sum();
    module(lines, result.service(), ", " + Numbers.of(rows, "row", "rows"));
    List<List<String>> warnings =
        result.warnings().stream().map(text -> Wrap.lines("! " + text, width)).toList();
    for (List<String> warning : warnings) {
      boolean isLong = warning.size() > SHORT;
      warnings(lines, isLong ? warning.subList(0, SHORT) : warning);
      if (isLong) {
        lines.add(new Pane.Line("  … (all of it below)", Role.WARNING));
      }
    }
    result
        .droppedTags()
        .forEach(tag -> lines.add(new Pane.Line("! tag dropped: " + tag, Role.WARNING)));
    title(lines, "Next");
    for (Summary.Step step : summary.next()) {
      lines.add(new Pane.Line("  " + step.command(), Role.ACCENT));
      Wrap.lines(step.purpose(), width - 6)
          .forEach(l -> lines.add(new Pane.Line("      " + l, Role.DIM)));
    }
    title(lines, "The same again");
    Wrap.lines(summary.command(), width - 2)
        .forEach(l -> lines.add(new Pane.Line("  " + l, Role.TEXT)));
    if (warnings.stream().anyMatch(warning -> warning.size() > SHORT)) {
      title(lines, "Warnings");
      warnings.stream().filter(it -> it.size() > SHORT).forEach(it -> warnings(lines, it));
    }
    if (!result.rows().isEmpty()) {
      title(lines, "Rows");
      int name = result.rows().keySet().stream().mapToInt(ResultView::width).max().orElse(0);
      result
          .rows()
          .forEach(
              (table, count) ->
                  lines.add(
                      new Pane.Line(
                          "  "
                              + DisplayWidth.pad(
                                  Sanitizer.visible(table), Math.min(name, width - 16))
                              + String.format("%12s", Numbers.of(count)),
                          Role.TEXT)));
    }
    return lines;
  }

  private static void warnings(List<Pane.Line> lines, List<String> warning) {
    warning.forEach(text -> lines.add(new Pane.Line(text, Role.WARNING)));
  }

  private static int width(String text) {
    return DisplayWidth.of(Sanitizer.visible(text));
  }

  private static void title(List<Pane.Line> lines, String title) {
    lines.add(new Pane.Line("", Role.TEXT));
    lines.add(new Pane.Line(title, Role.TITLE));
  }

  private static void module(List<Pane.Line> lines, ExportResult.Module module, String rows) {
    lines.add(
        new Pane.Line(
            module.name()
                + "  "
                + Numbers.of(module.changes(), "change", "changes")
                + rows
                + ", "
                + Numbers.bytes(module.bytes()),
            Role.TEXT));
    lines.add(new Pane.Line("  " + module.directory(), Role.DIM));
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.ACCEPT, "done"));
    if (canProve) {
      hints.add(new Hint(Action.PROVE, "prove"));
    }
    if (canDeploy) {
      hints.add(new Hint(Action.DEPLOY, "deploy to…"));
    }
    hints.add(pane.scrolls() ? new Hint(Action.UP, "scroll") : Hint.quiet(Action.UP));
    hints.addAll(Pane.hints());
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case ACCEPT -> finish(Next.DONE);
      case PROVE -> finish(Next.PROVE);
      case DEPLOY -> finish(Next.DEPLOY);
      default -> pane.on(action);
    }
  }

  @Override
  boolean escape() {
    finish(Next.DONE);
    return true;
  }

  /** All is written already: Ctrl-C only closes. */
  @Override
  boolean cancel() {
    finish(Next.DONE);
    return true;
  }

  @Override
  boolean isDeliberate() {
    return true;
  }
}
