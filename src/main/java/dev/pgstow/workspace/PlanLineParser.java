package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a plan line by line: Sqitch's syntax, as far as pgpm takes it. */
final class PlanLineParser {
  private static final Pattern TIMESTAMP =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final String where;
  private final Set<String> names = new HashSet<>();
  private int number;
  private String lastChange = "";
  private String lastTimestamp = "";

  /** A parser for one plan; {@code where} names it in failures. */
  PlanLineParser(String where) {
    this.where = where;
  }

  /** The next line, given with its end of line. */
  PlanLine next(String raw) {
    number++;
    String text = raw.strip();
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1).strip();
    }
    if (text.isEmpty() || text.charAt(0) == '#') {
      return new PlanLine.Filler(raw);
    }
    return switch (text.charAt(0)) {
      case '%' -> pragma(raw, text);
      case '@' -> new PlanLine.OfTag(raw, tag(text));
      default -> new PlanLine.OfChange(raw, change(text));
    };
  }

  /** Number of the line read last, from 1. */
  int number() {
    return number;
  }

  private static PlanLine pragma(String raw, String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new PlanLine.Pragma(raw, text.substring(1).strip(), "")
        : new PlanLine.Pragma(
            raw, text.substring(1, equals).strip(), text.substring(equals + 1).strip());
  }

  private Change change(String text) {
    Rest rest = new Rest(text);
    String name = rest.word();
    ChangeName.problem(name)
        .ifPresent(problem -> fail("plan-bad-change", "change name \"" + name + "\" " + problem));
    List<String> dependencies = rest.text.startsWith("[") ? dependencies(rest) : List.of();
    String timestamp = timestamp(rest);
    lastChange = name;
    names.add(name);
    return new Change(name, dependencies, timestamp, rest.planner(), rest.note());
  }

  private List<String> dependencies(Rest rest) {
    int end = rest.text.indexOf(']');
    if (end < 0) {
      fail("plan-bad-dependencies", "the list of dependencies has no closing bracket");
    }
    String inside = rest.text.substring(1, end).strip();
    rest.text = rest.text.substring(end + 1).strip();
    List<String> found = new ArrayList<>();
    for (String dependency : inside.isEmpty() ? new String[0] : SPACE.split(inside)) {
      // The name of a change above is a reference; plans of thousands hold little else.
      if (!names.contains(dependency)) {
        Reference.problem(dependency)
            .ifPresent(
                problem ->
                    fail("plan-bad-dependencies", "dependency \"" + dependency + "\" " + problem));
      }
      found.add(dependency);
    }
    return found;
  }

  private Tag tag(String text) {
    Rest rest = new Rest(text.substring(1));
    String name = rest.word();
    ChangeName.tagProblem(name)
        .ifPresent(problem -> fail("plan-bad-tag", "tag name \"" + name + "\" " + problem));
    String change = lastChange;
    if (!rest.text.isEmpty() && !rest.text.startsWith("#") && !rest.startsWithTimestamp()) {
      change = rest.word();
      String named = change;
      ChangeName.problem(change)
          .ifPresent(problem -> fail("plan-bad-tag", "its change \"" + named + "\" " + problem));
    }
    if (change.isEmpty()) {
      fail("plan-bad-tag", "the tag \"" + name + "\" stands before the first change");
    }
    String timestamp = timestamp(rest);
    return new Tag(name, change, timestamp, rest.planner(), rest.note());
  }

  private String timestamp(Rest rest) {
    if (rest.text.isEmpty() || rest.text.startsWith("#")) {
      return "";
    }
    String word = rest.word();
    if (word.equals(lastTimestamp)) {
      return lastTimestamp;
    }
    if (!TIMESTAMP.matcher(word).matches()) {
      fail(
          "plan-bad-timestamp",
          "expected a timestamp such as 2024-01-15T10:00:00Z, found \"" + word + "\"");
    }
    lastTimestamp = word;
    return word;
  }

  /** Fails at the line read last. */
  private void fail(String ident, String problem) {
    throw failure(ident, where, number, problem);
  }

  /** A failure at a line of a plan. */
  static Failure failure(String ident, String where, int line, String problem) {
    return Failure.failed(
        ident,
        where + ", line " + line + ": " + Printable.of(problem) + ".",
        "Correct the plan; see https://sqitch.org/docs/manual/sqitchchanges/ for its syntax.");
  }

  /** What is left of a line. */
  private static final class Rest {
    private String text;
    private Optional<String> note = Optional.empty();

    Rest(String text) {
      this.text = text;
    }

    String word() {
      int end = 0;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      String word = text.substring(0, end);
      text = text.substring(end).strip();
      return word;
    }

    boolean startsWithTimestamp() {
      return TIMESTAMP.matcher(text).lookingAt();
    }

    String planner() {
      int hash = text.indexOf('#');
      if (hash >= 0) {
        note = Optional.of(text.substring(hash + 1).strip());
        text = text.substring(0, hash).strip();
      }
      return text;
    }

    String note() {
      return note.orElse("");
    }
  }
}
