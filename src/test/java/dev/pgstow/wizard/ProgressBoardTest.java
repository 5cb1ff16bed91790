package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.wizard.ProgressBoard.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ProgressBoardTest {
  private final ProgressBoard board = new ProgressBoard(InstantSource.fixed(Instant.EPOCH));

  @Property
  void aBarIsNeverFullBeforeTheWorkIsOver(
      @ForAll @LongRange(min = 0) long done,
      @ForAll @LongRange(min = 0) long total,
      @ForAll @IntRange(min = 1, max = 60) int width) {
    Track track = new Track("t", done, OptionalLong.of(total), 0, Instant.EPOCH, Optional.empty());
    assertTrue(track.bar(width) >= 0 && track.bar(width) < width);
    assertEquals(width, track.finished(done, 0, Duration.ZERO).bar(width));
  }

  @Test
  void timeLeftIsToldOnlyWhereTheTotalIsKnown() {
    Track known = new Track("t", 250, OptionalLong.of(1_000), 0, Instant.EPOCH, Optional.empty());
    Instant later = Instant.EPOCH.plusSeconds(10);
    assertEquals(Optional.of(Duration.ofSeconds(30)), known.left(later));
    Track unknown = new Track("t", 250, OptionalLong.empty(), 0, Instant.EPOCH, Optional.empty());
    assertEquals(Optional.empty(), unknown.left(later));
  }

  @Test
  void rowsAndBytesOfFinishedAndRunningTablesAndOfActionsAddUp() {
    board.on(new ProgressEvent.PhaseStarted(Phase.ACTIONS, OptionalLong.of(3)));
    board.on(new ProgressEvent.PhaseAdvanced(Phase.ACTIONS, 2, 100));
    board.on(new ProgressEvent.TableStarted("a", OptionalLong.of(5)));
    board.on(new ProgressEvent.TableFinished("a", 5, 50, Duration.ZERO));
    board.on(new ProgressEvent.TableStarted("b", OptionalLong.empty()));
    board.on(new ProgressEvent.TableAdvanced("b", 2, 20));
    assertEquals(0, board.rows());
    board.update();
    assertEquals(7, board.rows());
    assertEquals(170, board.bytes());
    assertEquals(1, board.reading().size());
    assertEquals(1, board.read().size());
  }
}
