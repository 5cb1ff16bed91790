package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rule for names of changes and tags: Sqitch's, and because a change's name is the path of its
 * scripts, that of {@link FilePath} too.
 */
public final class ChangeName {
  private static final Pattern SYMBOLIC_END = Pattern.compile("[~^/=%][0-9]+\\z");

  private ChangeName() {}

  /**
   * The name, if a plan and a file system can hold it.
   *
   * @throws Failure {@code change-name-unsafe}
   */
  public static String check(String name) {
    problem(name)
        .ifPresent(
            problem -> {
              throw Failure.failed(
                  "change-name-unsafe",
                  "The change name \"" + Printable.of(name) + "\" " + problem + ".",
                  "Rename the change where it is recorded, then try again.");
            });
    return name;
  }

  /**
   * The name, if a plan can hold it as a tag (written without its {@code @}).
   *
   * @throws Failure {@code tag-name-unsafe}
   */
  public static String checkTag(String name) {
    tagProblem(name)
        .ifPresent(
            problem -> {
              throw Failure.usage(
                  "tag-name-unsafe",
                  "The tag name \"" + Printable.of(name) + "\" " + problem + ".",
                  "Use letters, digits, dots, dashes and underscores, such as v1.2.0.");
            });
    return name;
  }

  /** What is wrong with the name of a change, as the end of a sentence that starts with it. */
  public static Optional<String> problem(String name) {
    return planProblem(name).or(() -> FilePath.problem("deploy/" + name + ".sql"));
  }

  /** What is wrong with the name of a tag, as the end of a sentence that starts with it. */
  public static Optional<String> tagProblem(String name) {
    return name.indexOf('/') >= 0 ? Optional.of("has a slash") : planProblem(name);
  }

  private static Optional<String> planProblem(String name) {
    if (name.isEmpty()) {
      return Optional.of("is empty");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        return Optional.of("has whitespace or a control character");
      }
      // Sqitch forbids the first four; a bracket would end a list of dependencies.
      if (":@#\\[]".indexOf(c) >= 0) {
        return Optional.of("has the character " + c);
      }
    }
    if (name.startsWith("/")) {
      return Optional.of("is absolute");
    }
    if (isPunctuation(name.charAt(0))) {
      return Optional.of("starts with punctuation");
    }
    if (isPunctuation(name.charAt(name.length() - 1))) {
      return Optional.of("ends with punctuation");
    }
    if (SYMBOLIC_END.matcher(name).find()) {
      return Optional.of("ends in ~, ^, /, = or % and digits, which plans read as an offset");
    }
    if (name.equals("HEAD") || name.equals("ROOT")) {
      return Optional.of("is reserved in plans");
    }
    return Optional.empty();
  }

  private static boolean isPunctuation(char c) {
    return c > ' ' && c < 0x7f && c != '_' && !Character.isLetterOrDigit(c);
  }
}
