package dev.pgstow.install;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A package of a registry as npm's command line names it: {@code @pgpm/verify}, {@code
 * @pgpm/verify@0.16.0}, {@code @pgpm/verify@^0.16.0}. Never an address, a folder or a file: npm
 * takes those too, and runs git for some of them.
 *
 * @param name a package name, with its scope if it has one
 * @param version a version, range or tag; empty for the one npm takes by default
 */
public record NpmSpec(String name, String version) {
  private static final Pattern NAME =
      Pattern.compile("(?:@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*");
  private static final Pattern VERSION =
      Pattern.compile("(?:[A-Za-z0-9*^~<>=][A-Za-z0-9.*^~<>=|+ _-]*)?");
  private static final Pattern EXACT =
      Pattern.compile("\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]*)?");
  private static final int LONGEST = 214;

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException if npm could take them for anything but a registry's package;
   *     {@link #of} does not throw
   */
  public NpmSpec {
    if (!legal(name, version)) {
      throw new IllegalArgumentException("not a package of a registry");
    }
  }

  /** The package, or empty if the two parts don't name one of a registry. */
  public static Optional<NpmSpec> of(String name, String version) {
    return legal(name, version) ? Optional.of(new NpmSpec(name, version)) : Optional.empty();
  }

  /** Reads {@code name} or {@code name@version}; empty if it is neither. */
  public static Optional<NpmSpec> parse(String text) {
    int at = text.lastIndexOf('@');
    return at <= 0
        ? of(text, "")
        : at == text.length() - 1
            ? Optional.empty()
            : of(text.substring(0, at), text.substring(at + 1));
  }

  /** Whether the version is one version, not a range or a tag. */
  boolean exact() {
    return EXACT.matcher(version).matches();
  }

  private static boolean legal(String name, String version) {
    // npm takes what ends like a tarball for a file.
    String low = version.toLowerCase(Locale.ROOT);
    return name.length() <= LONGEST
        && version.length() <= LONGEST
        && NAME.matcher(name).matches()
        && VERSION.matcher(version).matches()
        && !low.endsWith(".tgz")
        && !low.endsWith(".tar")
        && !low.endsWith(".tar.gz");
  }

  /** As npm's command line takes it. */
  @Override
  public String toString() {
    return version.isEmpty() ? name : name + "@" + version;
  }
}
