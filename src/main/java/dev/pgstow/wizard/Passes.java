package dev.pgstow.wizard;

import dev.pgstow.progress.Activity;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.wizard.ProgressBoard.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The modules that were, or are being, deployed, verified or reverted. Of the drawing thread. */
final class Passes {

  /**
   * One going through a module's changes.
   *
   * @param change the one it is at
   */
  record Pass(Activity activity, Track track, String change) {
    boolean isOver() {
      return track.elapsed().isPresent();
    }
  }

  private final List<Pass> passes = new ArrayList<>();

  List<Pass> all() {
    return passes;
  }

  void take(ProgressEvent event, Instant now) {
    if (event instanceof ProgressEvent.ChangeStarted e) {
      int at = open(e.activity(), e.module(), OptionalLong.of(e.total()), now);
      Track track = passes.get(at).track().advanced(Math.max(0, e.number() - 1L), 0);
      passes.set(at, new Pass(e.activity(), track, e.change()));
    } else if (event instanceof ProgressEvent.ModuleFinished e) {
      int at = open(e.activity(), e.module(), OptionalLong.of(e.changes()), now);
      Track track = passes.get(at).track().finished(e.changes(), 0, e.elapsed());
      passes.set(at, new Pass(e.activity(), track, ""));
    }
  }

  private int open(Activity activity, String module, OptionalLong total, Instant now) {
    for (int i = passes.size() - 1; i >= 0; i--) {
      Pass pass = passes.get(i);
      if (!pass.isOver() && pass.activity() == activity && pass.track().name().equals(module)) {
        return i;
      }
    }
    passes.add(new Pass(activity, new Track(module, 0, total, 0, now, Optional.empty()), ""));
    return passes.size() - 1;
  }
}
