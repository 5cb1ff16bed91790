package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code pgpm.plan}. What was read is written back byte for byte: pragmas, comments, blank lines,
 * spacing and ends of lines included. Immutable.
 */
public final class Plan {
  private final List<PlanLine> lines;
  private final String where;
  private final String project;
  private final List<Change> changes;
  private final List<Tag> tags;

  private Plan(List<PlanLine> lines, String where, String project) {
    this.lines = List.copyOf(lines);
    this.where = where;
    this.project = project;
    this.changes = select(PlanLine.OfChange.class).map(PlanLine.OfChange::change).toList();
    this.tags = select(PlanLine.OfTag.class).map(PlanLine.OfTag::tag).toList();
  }

  /**
   * Reads a plan file.
   *
   * @throws Failure if it can't be read, is no UTF-8 or no plan; the message names file and line
   */
  public static Plan read(Path file) {
    return parse(TextFile.read(file), file.toString());
  }

  /**
   * Reads a plan.
   *
   * @param where names it in failures
   * @throws Failure {@code plan-…} with the number of the line
   */
  public static Plan parse(String text, String where) {
    PlanLineParser parser = new PlanLineParser(where);
    List<PlanLine> lines = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    Optional<String> project = Optional.empty();
    for (String raw : TextFile.lines(text)) {
      PlanLine line = parser.next(raw);
      lines.add(line);
      if (line instanceof PlanLine.OfChange it) {
        unique(seen, it.change().name(), "plan-duplicate-change", where, parser.number());
      } else if (line instanceof PlanLine.OfTag it) {
        unique(seen, "@" + it.tag().name(), "plan-duplicate-tag", where, parser.number());
      } else if (line instanceof PlanLine.Pragma it && it.name().equals("project")) {
        project = project.or(() -> Optional.of(it.value()));
      }
    }
    if (project.isEmpty() || project.get().isEmpty()) {
      throw PlanLineParser.failure("plan-no-project", where, 1, "there is no %project=<name>");
    }
    Plan plan = new Plan(lines, where, project.get());
    for (Tag tag : plan.tags) {
      if (!seen.containsKey(tag.change())) {
        throw Failure.failed(
            "plan-bad-tag",
            where + ": the tag @" + tag.name() + " names the unknown change " + tag.change() + ".",
            "Correct the plan.");
      }
    }
    return plan;
  }

  private static void unique(
      Map<String, Integer> seen, String name, String ident, String where, int line) {
    Integer first = seen.putIfAbsent(name, line);
    if (first != null) {
      throw PlanLineParser.failure(
          ident, where, line, "\"" + name + "\" stands on line " + first + " already");
    }
  }

  /** The plan as text; for a plan that was read, exactly what was read. */
  public String text() {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line.raw()));
    return out.toString();
  }

  /** Value of {@code %project}: the module's name. */
  public String project() {
    return project;
  }

  /** The changes, in order. */
  public List<Change> changes() {
    return changes;
  }

  /** The tags, in order. */
  public List<Tag> tags() {
    return tags;
  }

  /** The change of that name. */
  public Optional<Change> change(String name) {
    return changes.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /** The tag of that name, given without its {@code @}. */
  public Optional<Tag> tag(String name) {
    return tags.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /**
   * The change a reference means in this plan; its module is not looked at. {@code change@tag} is
   * the change of that name, if it stands at or before the tag.
   */
  public Optional<Change> find(Reference reference) {
    return position(reference)
        .map(it -> it + reference.offset())
        .filter(it -> it >= 0 && it < changes.size())
        .map(changes::get);
  }

  private Optional<Integer> position(Reference reference) {
    if (reference.isHead() || reference.isRoot()) {
      return changes.isEmpty()
          ? Optional.empty()
          : Optional.of(reference.isHead() ? changes.size() - 1 : 0);
    }
    Optional<Integer> tagged =
        tag(reference.tag()).flatMap(tag -> change(tag.change())).map(changes::indexOf);
    if (reference.change().isEmpty()) {
      return tagged;
    }
    Optional<Integer> named = change(reference.change()).map(changes::indexOf);
    return reference.tag().isEmpty()
        ? named
        : named.filter(it -> tagged.isPresent() && it <= tagged.get());
  }

  /**
   * This plan with a tag below its change, and below the tags which that has already.
   *
   * @throws Failure {@code tag-name-unsafe}, {@code tag-exists} or {@code change-unknown}
   */
  public Plan withTag(Tag tag) {
    ChangeName.checkTag(tag.name());
    if (tag(tag.name()).isPresent()) {
      throw Failure.failed(
          "tag-exists",
          "The tag @" + tag.name() + " is in " + where + " already.",
          "Choose another name.");
    }
    int at = lastLineOf(tag.change());
    String before = lines.get(at).raw();
    String end = before.endsWith("\r\n") || text().contains("\r\n") ? "\r\n" : "\n";
    List<PlanLine> result = new ArrayList<>(lines);
    String written = PlanText.tagLine(tag);
    if (before.endsWith("\n")) {
      result.add(at + 1, new PlanLine.OfTag(written + end, tag));
    } else {
      result.add(at + 1, new PlanLine.OfTag(end + written + end, tag));
    }
    return new Plan(result, where, project);
  }

  private int lastLineOf(String change) {
    int found = -1;
    for (int i = 0; i < lines.size(); i++) {
      PlanLine line = lines.get(i);
      boolean belongs =
          (line instanceof PlanLine.OfChange it && it.change().name().equals(change))
              || (line instanceof PlanLine.OfTag tag && tag.tag().change().equals(change));
      found = belongs ? i : found;
    }
    if (found < 0) {
      throw Failure.failed(
          "change-unknown",
          "There is no change \"" + Printable.of(change) + "\" in " + where + ".",
          "Name a change of the plan.");
    }
    return found;
  }

  private <T extends PlanLine> Stream<T> select(Class<T> kind) {
    return lines.stream().filter(kind::isInstance).map(kind::cast);
  }
}
