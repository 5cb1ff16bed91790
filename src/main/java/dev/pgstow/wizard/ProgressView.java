package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Phase;
import dev.pgstow.wizard.ProgressBoard.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The board of a running export: a line for each phase, a bar for each table being read.
 *
 * @param <T> what the export gives
 */
final class ProgressView<T> extends RunningView<T> {
  private static final int NAME = 20;

  /** An export's. */
  static final Set<Phase> EXPORT =
      Set.of(Phase.SCHEMAS, Phase.ACTIONS, Phase.METADATA, Phase.FILES, Phase.COMPARE);

  private final Ui ui;
  private final ProgressBoard board;
  private final Set<Phase> always;
  private final Pane read = new Pane(List.of());
  private boolean unfolded;

  /**
   * A board.
   *
   * @param always phases that are shown before they begin, too
   */
  ProgressView(
      Ui ui,
      String title,
      ProgressBoard board,
      Set<Phase> always,
      InstantSource clock,
      Runnable stop) {
    super(title, board, clock, stop);
    this.ui = ui;
    this.board = board;
    this.always = Set.copyOf(always);
  }

  @Override
  void drawBoard(Canvas canvas, Instant now, Duration elapsed) {
    int row = 2;
    for (Phase phase : Phase.values()) {
      if (!always.contains(phase) && board.of(phase).isEmpty()) {
        continue;
      }
      drawPhase(canvas, row++, phase, elapsed);
      if (phase == Phase.METADATA) {
        row = drawTables(canvas, row, now);
      }
    }
  }

  @Override
  String totals(Duration elapsed) {
    if (!always.contains(Phase.METADATA)) {
      return "";
    }
    long seconds = Math.max(1, elapsed.toSeconds());
    return "  "
        + Numbers.bytes(board.bytes())
        + "  "
        + Numbers.of(board.rows() / seconds)
        + " rows/s";
  }

  private void drawPhase(Canvas canvas, int row, Phase phase, Duration elapsed) {
    Optional<Track> track = board.of(phase);
    boolean over = track.flatMap(Track::elapsed).isPresent();
    drawGlyph(canvas, row, track.isPresent(), over, elapsed);
    int after =
        canvas.put(3, row, phase.label(), track.isPresent() && !over ? Role.TITLE : Role.TEXT);
    if (track.isPresent()) {
      canvas.put(Math.max(after + 2, 5 + NAME), row, amount(track.get()), Role.DIM);
      track
          .get()
          .elapsed()
          .ifPresent(took -> canvas.putRight(row, Numbers.elapsed(took), Role.DIM, 1));
    }
  }

  private static String amount(Track track) {
    if (track.elapsed().isPresent() || track.total().isEmpty()) {
      return track.done() == 0 ? "" : Numbers.of(track.done());
    }
    return Numbers.of(track.done()) + " of " + Numbers.of(track.total().getAsLong());
  }

  private int drawTables(Canvas canvas, int from, Instant now) {
    int phasesBelow = 2 + (board.of(Phase.REPLACE).isPresent() ? 1 : 0);
    int room = Math.max(1, canvas.height() - from - phasesBelow - 3);
    int row = from;
    if (unfolded) {
      int height = Math.min(room, board.read().size());
      read.lines(board.read().stream().map(ProgressView::readLine).toList());
      read.draw(canvas.part(5, row, canvas.width() - 6, height));
      return row + height;
    }
    for (Track table : board.reading()) {
      if (row < from + room - 1) {
        drawTable(canvas.part(5, row++, canvas.width() - 6, 1), table, now);
      }
    }
    if (!board.read().isEmpty()) {
      canvas.put(5, row++, folded(), Role.DIM);
    }
    return row;
  }

  private static Pane.Line readLine(Track table) {
    return new Pane.Line(table.name() + "  " + Numbers.of(table.done(), "row", "rows"), Role.DIM);
  }

  private String folded() {
    StringBuilder text =
        new StringBuilder(Numbers.of(board.read().size(), "table", "tables")).append(" done: ");
    for (int i = board.read().size() - 1; i >= 0; i--) {
      Track table = board.read().get(i);
      text.append(table.name()).append(' ').append(Numbers.of(table.done()));
      text.append(i > 0 ? ", " : "");
    }
    return text.toString();
  }

  private static void drawTable(Canvas row, Track table, Instant now) {
    int bar = Math.max(8, Math.min(30, row.width() - NAME - 34));
    row.part(0, 0, NAME - 1, 1).put(0, 0, table.name(), Role.TEXT);
    if (table.total().isPresent()) {
      drawBar(row, NAME, 0, table, bar);
    }
    String left = table.left(now).map(time -> Numbers.clock(time) + " left").orElse("");
    row.put(NAME + bar + 2, 0, amount(table).replace(" of ", " / "), Role.TEXT);
    row.putRight(0, left, Role.DIM, 0);
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
    if (always.contains(Phase.METADATA)) {
      hints.add(new Hint(Action.TOGGLE, unfolded ? "fold tables" : "unfold tables"));
    }
    if (unfolded) {
      hints.add(new Hint(Action.UP, "scroll"));
      hints.addAll(Pane.hints());
    }
    return hints;
  }

  @Override
  void on(Action action) {
    if (action == Action.TOGGLE) {
      unfolded = !unfolded;
    } else {
      read.on(action);
    }
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
