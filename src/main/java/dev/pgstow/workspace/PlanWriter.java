package dev.pgstow.workspace;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Streams the plan of an export, with the tags of the plan it replaces. */
final class PlanWriter {

  /** Names of the old plan's tags. */
  record Tags(List<String> kept, List<String> dropped) {
    static final Tags NONE = new Tags(List.of(), List.of());

    Tags {
      kept = List.copyOf(kept);
      dropped = List.copyOf(dropped);
    }
  }

  private final String planner;
  private final OldPlan old;
  private final PlanFingerprint fingerprint = new PlanFingerprint();
  private final List<String> kept = new ArrayList<>();

  PlanWriter(String planner, OldPlan old) {
    this.planner = planner;
    this.old = old;
  }

  void write(String project, Iterable<PlannedChange> changes, Writer out) throws IOException {
    String header = PlanText.header(project);
    out.write(header);
    header.lines().forEach(fingerprint::line);
    for (PlannedChange change : changes) {
      ChangeName.check(change.name());
      change.dependencies().forEach(Reference::parse);
      String line = PlanText.changeLine(change, planner);
      out.write(line);
      out.write('\n');
      fingerprint.line(line);
      for (OldPlan.TagLine tag : old.removeTags(change.name())) {
        out.write(tag.text());
        out.write('\n');
        kept.add(tag.name());
      }
    }
  }

  Tags tags() {
    return new Tags(kept, old.remainingTags().stream().map(OldPlan.TagLine::name).toList());
  }

  /** The written plan's {@link PlanFingerprint}. */
  String fingerprint() {
    return fingerprint.hex();
  }
}
