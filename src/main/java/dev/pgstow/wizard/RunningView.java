package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.Phase;
import dev.pgstow.wizard.ProgressBoard.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The board of running work. Ctrl-C and leaving stop the work and wait until it has cleaned up; a
 * second Ctrl-C does not wait.
 *
 * @param <T> what the work gives
 */
abstract class RunningView<T> extends View<T> {
  static final int WIDEST = 120;

  private final String title;
  private final ProgressBoard board;
  private final InstantSource clock;
  private final Runnable stop;
  private final Instant start;
  private Optional<Failure> stopped = Optional.empty();

  RunningView(String title, ProgressBoard board, InstantSource clock, Runnable stop) {
    this.title = title;
    this.board = board;
    this.clock = clock;
    this.stop = stop;
    this.start = clock.instant();
  }

  final ProgressBoard board() {
    return board;
  }

  /** Why it was stopped, if it was. */
  final Optional<Failure> stopped() {
    return stopped;
  }

  final void stop(Failure why) {
    stopped = Optional.of(why);
    stop.run();
  }

  @Override
  final void draw(Canvas body) {
    Canvas canvas = body.part(0, 0, Math.min(body.width(), WIDEST), body.height());
    board.update();
    Instant now = clock.instant();
    Duration elapsed = Duration.between(start, now);
    canvas.putRight(0, Numbers.clock(elapsed) + totals(elapsed), Role.DIM, 1);
    canvas.put(1, 0, title, Role.TITLE);
    drawBoard(canvas, now, elapsed);
    drawNote(canvas, canvas.height() - 1);
  }

  /** What stands behind the time at the top. */
  abstract String totals(Duration elapsed);

  /** Draws the lines, from the third row to the last but two. */
  abstract void drawBoard(Canvas canvas, Instant now, Duration elapsed);

  /** What stands at the bottom as long as all is well. */
  abstract String assurance();

  /** What stands there once it is being stopped. */
  abstract String stopping();

  private void drawNote(Canvas canvas, int row) {
    List<String> warnings = board.warnings();
    if (stopped.isPresent()) {
      canvas.put(1, row, stopping(), Role.WARNING);
    } else if (warnings.isEmpty()) {
      canvas.put(1, row, assurance(), Role.DIM);
    } else {
      int count = warnings.size();
      String more = count > 1 ? "  (" + count + ")" : "";
      canvas.put(1, row, "! " + warnings.get(count - 1) + more, Role.WARNING);
    }
  }

  /** A glyph for what is over, runs, or is to come. */
  static void drawGlyph(Canvas canvas, int row, boolean begun, boolean over, Duration elapsed) {
    Glyphs glyphs = canvas.glyphs();
    List<String> frames = glyphs.spinner();
    String running = frames.get((int) (elapsed.toMillis() / 100 % frames.size()));
    canvas.put(
        1,
        row,
        over ? glyphs.check() : begun ? running : glyphs.todo(),
        over ? Role.OK : begun ? Role.ACCENT : Role.DIM);
  }

  /** Draws a phase's line. */
  final void drawPhase(Canvas canvas, int row, Phase phase, Duration elapsed) {
    Optional<Track> track = board.of(phase);
    boolean over = track.flatMap(Track::elapsed).isPresent();
    drawGlyph(canvas, row, track.isPresent(), over, elapsed);
    int after =
        canvas.put(3, row, phase.label(), track.isPresent() && !over ? Role.TITLE : Role.TEXT);
    if (track.isPresent()) {
      String amount = TableLines.amount(track.get());
      canvas.put(Math.max(after + 2, 5 + TableLines.NAME), row, amount, Role.DIM);
      track
          .get()
          .elapsed()
          .ifPresent(took -> canvas.putRight(row, Numbers.elapsed(took), Role.DIM, 1));
    }
  }

  /** How much was read so far, and how fast. */
  final String rate(Duration elapsed) {
    long seconds = Math.max(1, elapsed.toSeconds());
    return "  "
        + Numbers.bytes(board.bytes())
        + "  "
        + Numbers.of(board.rows() / seconds)
        + " rows/s";
  }

  /** Draws how far a track is as a bar. */
  static void drawBar(Canvas canvas, int column, int row, Track track, int width) {
    int full = track.bar(width);
    canvas.put(column, row, canvas.glyphs().full().repeat(full), Role.BAR);
    canvas.put(column + full, row, canvas.glyphs().rest().repeat(width - full), Role.BAR_REST);
  }

  @Override
  boolean animated() {
    return true;
  }
}
