package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The board of a running export: a line for each phase, a bar for each table being read.
 *
 * @param <T> what the export gives
 */
final class ProgressView<T> extends RunningView<T> {

  /** Shown before they begin, too. */
  private static final Set<Phase> ALWAYS =
      EnumSet.of(Phase.SCHEMAS, Phase.ACTIONS, Phase.METADATA, Phase.FILES, Phase.COMPARE);

  private final Ui ui;
  private final ProgressBoard board;
  private final TableLines tables;

  ProgressView(Ui ui, String title, ProgressBoard board, InstantSource clock, Runnable stop) {
    super(title, board, clock, stop);
    this.ui = ui;
    this.board = board;
    this.tables = new TableLines(board);
  }

  @Override
  void drawBoard(Canvas canvas, Instant now, Duration elapsed) {
    int row = 2;
    for (Phase phase : Phase.values()) {
      if (!ALWAYS.contains(phase) && board.of(phase).isEmpty()) {
        continue;
      }
      drawPhase(canvas, row++, phase, elapsed);
      if (phase == Phase.METADATA) {
        int phasesBelow = 2 + (board.of(Phase.REPLACE).isPresent() ? 1 : 0);
        row = tables.draw(canvas, row, Math.max(1, canvas.height() - row - phasesBelow - 3), now);
      }
    }
  }

  @Override
  String totals(Duration elapsed) {
    return rate(elapsed);
  }

  @Override
  String assurance() {
    return "Nothing is written until the end.";
  }

  @Override
  String stopping() {
    return "Stopping; what was staged is removed. Ctrl-C again: do not wait.";
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.CANCEL, "cancel"));
    hints.addAll(tables.hints());
    return hints;
  }

  @Override
  void on(Action action) {
    tables.on(action);
  }

  @Override
  boolean escape() {
    if (stopped().isEmpty() && ui.show(new LeaveView(ui))) {
      stop(Failure.declined("left", "Stopped; nothing was written."));
    }
    return true;
  }

  @Override
  boolean cancel() {
    boolean first = stopped().isEmpty();
    if (first) {
      stop(Failure.interrupted("Interrupted; nothing was written."));
    }
    return first;
  }
}
