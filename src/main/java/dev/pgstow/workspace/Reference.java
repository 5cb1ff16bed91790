package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to a change: {@code change}, {@code @tag}, {@code change@tag}, {@code pkg:change},
 * {@code pkg:@tag}, {@code HEAD}, {@code ROOT}, each with {@code ^N} or {@code ~N} behind it.
 *
 * @param project the module it lies in; empty for the plan's own
 * @param change the change's name, {@code HEAD} or {@code ROOT}; empty if only a tag is given
 * @param tag without its {@code @}; empty if there is none
 * @param offset how many changes after ({@code ~}) or, negative, before ({@code ^}) it
 */
public record Reference(String project, String change, String tag, int offset) {
  private static final Pattern OFFSET = Pattern.compile("(\\^+|~+)([0-9]{0,9})\\z");
  private static final Pattern PROJECT = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  /**
   * Reads a reference.
   *
   * @throws Failure {@code reference-malformed}
   */
  public static Reference parse(String text) {
    problem(text)
        .ifPresent(
            problem -> {
              throw Failure.usage(
                  "reference-malformed",
                  "The reference \"" + Printable.of(text) + "\" " + problem + ".",
                  "Write change, @tag, change@tag, module:change, HEAD or ROOT.");
            });
    return split(text);
  }

  /** What is wrong with the text as a reference, as the end of a sentence that starts with it. */
  public static Optional<String> problem(String text) {
    if (text.startsWith("!")) {
      return Optional.of("is a conflict, which pgpm does not know");
    }
    Reference split = split(text);
    if (text.indexOf(':') >= 0 && !PROJECT.matcher(split.project).matches()) {
      return Optional.of("names no module before its colon");
    }
    boolean symbol = split.isHead() || split.isRoot();
    if (split.tag.isEmpty() && (text.indexOf('@') >= 0 || split.change.isEmpty())) {
      return Optional.of(text.indexOf('@') >= 0 ? "has an empty tag" : "names no change");
    }
    if (!split.tag.isEmpty() && ChangeName.tagProblem(split.tag).isPresent()) {
      return Optional.of("has a bad tag: it " + ChangeName.tagProblem(split.tag).orElseThrow());
    }
    return symbol || split.change.isEmpty() ? Optional.empty() : ChangeName.problem(split.change);
  }

  /** Whether it is the last change of a plan. */
  public boolean isHead() {
    return change.equals("HEAD");
  }

  /** Whether it is the first change of a plan. */
  public boolean isRoot() {
    return change.equals("ROOT");
  }

  private static Reference split(String text) {
    String rest = text;
    int offset = 0;
    Matcher matcher = OFFSET.matcher(rest);
    if (matcher.find() && matcher.start() > 0) {
      int count =
          matcher.group(2).isEmpty()
              ? matcher.group(1).length()
              : Integer.parseInt(matcher.group(2));
      offset = matcher.group(1).charAt(0) == '^' ? -count : count;
      rest = rest.substring(0, matcher.start());
    }
    int colon = rest.indexOf(':');
    String project = colon < 0 ? "" : rest.substring(0, colon);
    rest = rest.substring(colon + 1);
    int at = rest.indexOf('@');
    return new Reference(
        project,
        at < 0 ? rest : rest.substring(0, at),
        at < 0 ? "" : rest.substring(at + 1),
        offset);
  }
}
