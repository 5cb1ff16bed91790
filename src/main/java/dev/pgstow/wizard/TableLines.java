package dev.pgstow.wizard;

import dev.pgstow.wizard.ProgressBoard.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The tables of a progress board: a bar for each being read, one line for those that are read. */
final class TableLines {
  static final int NAME = 20;

  private final ProgressBoard board;
  private final Pane read = new Pane(List.of());
  private boolean unfolded;

  TableLines(ProgressBoard board) {
    this.board = board;
  }

  /** Draws at most {@code room} rows from a row on; gives the row below. */
  int draw(Canvas canvas, int from, int room, Instant now) {
    int row = from;
    if (unfolded) {
      int height = Math.min(room, board.read().size());
      read.lines(board.read().stream().map(TableLines::readLine).toList());
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
      RunningView.drawBar(row, NAME, 0, table, bar);
    }
    String left = table.left(now).map(time -> Numbers.clock(time) + " left").orElse("");
    row.put(NAME + bar + 2, 0, amount(table).replace(" of ", " / "), Role.TEXT);
    row.putRight(0, left, Role.DIM, 0);
  }

  /** {@code 310 of 2,904}, as far as it is known. */
  static String amount(Track track) {
    if (track.elapsed().isPresent() || track.total().isEmpty()) {
      return track.done() == 0 ? "" : Numbers.of(track.done());
    }
    return Numbers.of(track.done()) + " of " + Numbers.of(track.total().getAsLong());
  }

  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    hints.add(new Hint(Action.TOGGLE, unfolded ? "fold tables" : "unfold tables"));
    if (unfolded) {
      hints.add(new Hint(Action.UP, "scroll"));
      hints.addAll(Pane.hints());
    }
    return hints;
  }

  void on(Action action) {
    if (action == Action.TOGGLE) {
      unfolded = !unfolded;
    } else {
      read.on(action);
    }
  }
}
