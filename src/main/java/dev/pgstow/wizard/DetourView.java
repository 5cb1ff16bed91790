package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The board of a detour at work: phases, modules gone through, and tables being read, as far as
 * there are any.
 *
 * @param <T> what the work gives
 */
final class DetourView<T> extends RunningView<T> {
  private static final int TOP = 2;

  private final Ui ui;
  private final ProgressBoard board;
  private final Detour.AtWork words;
  private final TableLines tables;

  DetourView(Ui ui, Detour.AtWork words, ProgressBoard board, InstantSource clock, Runnable stop) {
    super(words.headline(), board, clock, stop);
    this.ui = ui;
    this.board = board;
    this.words = words;
    this.tables = new TableLines(board);
  }

  /** Those that have begun; what is said of preparing stands for the catalog. */
  private List<Phase> phases() {
    return Arrays.stream(Phase.values())
        .filter(phase -> phase != Phase.CATALOG || words.preparing().isEmpty())
        .filter(phase -> board.of(phase).isPresent())
        .toList();
  }

  private boolean isPrepared() {
    return board
        .of(Phase.CATALOG)
        .map(catalog -> catalog.elapsed().isPresent())
        .orElseGet(() -> !phases().isEmpty() || !board.passes().isEmpty() || hasTables());
  }

  private boolean hasTables() {
    return !board.reading().isEmpty() || !board.read().isEmpty();
  }

  @Override
  String totals(Duration elapsed) {
    return hasTables() ? rate(elapsed) : "";
  }

  @Override
  void drawBoard(Canvas canvas, Instant now, Duration elapsed) {
    int row = TOP;
    if (!words.preparing().isEmpty()) {
      boolean over = isPrepared();
      drawGlyph(canvas, row, true, over, elapsed);
      canvas.put(3, row++, words.preparing(), over ? Role.TEXT : Role.TITLE);
    }
    for (Passes.Pass pass : board.passes()) {
      row = ChangesView.drawPass(canvas, row, pass, elapsed);
    }
    for (Phase phase : phases()) {
      drawPhase(canvas, row++, phase, elapsed);
    }
    if (hasTables()) {
      tables.draw(canvas, row, Math.max(1, canvas.height() - row - 2), now);
    }
  }

  @Override
  String assurance() {
    return words.assurance();
  }

  @Override
  String stopping() {
    return "Stopping, on the server too. Ctrl-C again: do not wait.";
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.CANCEL, "cancel"));
    if (hasTables()) {
      hints.addAll(tables.hints());
    }
    return hints;
  }

  @Override
  void on(Action action) {
    tables.on(action);
  }

  @Override
  boolean escape() {
    if (stopped().isEmpty() && ui.show(new LeaveView(ui, words.stop(), "Go on", "Stop"))) {
      stop(Failure.declined(DetourFlow.STOPPED, "Stopped."));
    }
    return true;
  }

  @Override
  boolean cancel() {
    boolean first = stopped().isEmpty();
    if (first) {
      stop(Failure.interrupted("Interrupted."));
    }
    return first;
  }
}
