package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.Passes.Pass;
import dev.pgstow.wizard.ProgressBoard.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The board of a proof or a deployment: a line for each module gone through, change by change. */
final class ChangesView extends RunningView<Outcome> {
  private static final int MODULE = 11;
  private static final int AMOUNT = 16;
  private static final int GAPS = 5;

  private final Ui ui;
  private final Texts texts;

  /**
   * Its words.
   *
   * @param title such as {@code Deploying to crm_dev}
   * @param preparing what is done before the first change
   * @param assurance what stands at the bottom
   * @param stop the question whether to stop
   */
  record Texts(String title, String preparing, String assurance, String stop) {}

  ChangesView(Ui ui, Texts texts, ProgressBoard board, InstantSource clock, Runnable stop) {
    super(texts.title(), board, clock, stop);
    this.ui = ui;
    this.texts = texts;
  }

  @Override
  String totals(Duration elapsed) {
    long done = board().passes().stream().mapToLong(pass -> pass.track().done()).sum();
    return "  " + Numbers.of(done, "change", "changes");
  }

  @Override
  void drawBoard(Canvas canvas, Instant now, Duration elapsed) {
    List<Pass> passes = board().passes();
    if (passes.isEmpty()) {
      drawGlyph(canvas, 2, true, false, elapsed);
      canvas.put(3, 2, texts.preparing(), Role.TITLE);
    }
    int tables = board().reading().size() + board().read().size();
    int room = canvas.height() - 4 - (tables > 0 ? 2 : 0);
    // The running one takes two lines, what is folded away one.
    int shown = passes.size() < room ? passes.size() : room - 2;
    int row = 2;
    int finished = passes.size() - shown;
    if (finished > 0) {
      canvas.put(1, row, canvas.glyphs().check(), Role.OK);
      canvas.put(3, row++, Numbers.of(finished) + " more done before these", Role.DIM);
    }
    for (Pass pass : passes.subList(finished, passes.size())) {
      row = drawPass(canvas, row, pass, elapsed);
    }
    if (tables > 0) {
      drawTables(canvas, row, elapsed);
    }
  }

  /** Draws a module's line, or two while it is gone through; gives the row below. */
  static int drawPass(Canvas canvas, int row, Pass pass, Duration elapsed) {
    Track track = pass.track();
    drawGlyph(canvas, row, true, pass.isOver(), elapsed);
    canvas.put(3, row, pass.activity().label(), pass.isOver() ? Role.TEXT : Role.TITLE);
    int bar = Math.max(8, Math.min(30, (canvas.width() - MODULE - AMOUNT) / 3));
    int name = canvas.width() - MODULE - bar - AMOUNT - GAPS;
    String module = DisplayWidth.cutMiddle(Sanitizer.visible(track.name()), name);
    canvas.put(MODULE, row, module, Role.TEXT);
    int at = MODULE + name + 2;
    if (pass.isOver()) {
      canvas.put(at, row, Numbers.of(track.done(), "change", "changes"), Role.DIM);
      track.elapsed().ifPresent(took -> canvas.putRight(row, Numbers.elapsed(took), Role.DIM, 1));
      return row + 1;
    }
    drawBar(canvas, at, row, track, bar);
    String amount = Numbers.of(track.done()) + " of " + Numbers.of(track.total().orElse(0));
    canvas.put(at + bar + 2, row, amount, Role.TEXT);
    canvas.put(MODULE, row + 1, pass.change(), Role.DIM);
    return row + 2;
  }

  /** Rows are compared at the end of a proof. */
  private void drawTables(Canvas canvas, int row, Duration elapsed) {
    boolean over = board().reading().isEmpty();
    drawGlyph(canvas, row, true, over, elapsed);
    canvas.put(3, row, "compare", over ? Role.TEXT : Role.TITLE);
    String tables = Numbers.of(board().read().size(), "table", "tables");
    String rows = Numbers.of(board().rows(), "row", "rows");
    canvas.put(MODULE, row, tables + ", " + rows, Role.DIM);
    board().reading().stream()
        .findFirst()
        .ifPresent(table -> canvas.put(MODULE, row + 1, table.name(), Role.DIM));
  }

  @Override
  String assurance() {
    return texts.assurance();
  }

  @Override
  String stopping() {
    return "Stopping; the module is rolled back. Ctrl-C again: do not wait.";
  }

  @Override
  List<Hint> hints() {
    return List.of(new Hint(Action.CANCEL, "stop"));
  }

  @Override
  void on(Action action) {
    // It only shows.
  }

  @Override
  boolean escape() {
    if (stopped().isEmpty() && ui.show(new LeaveView(ui, texts.stop(), "Go on", "Stop"))) {
      stop(Failure.declined("stopped", "Stopped."));
    }
    return true;
  }

  @Override
  boolean cancel() {
    if (stopped().isPresent()) {
      throw Failure.interrupted("Interrupted; the server rolls back what was running.");
    }
    stop(Failure.interrupted("Interrupted."));
    return true;
  }
}
