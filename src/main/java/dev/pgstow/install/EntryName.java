package dev.pgstow.install;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The name of a tar entry, without the folder npm wraps every package in. */
final class EntryName {
  /** Control characters, and what is a separator, a drive or a stream somewhere. */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\\\:]");

  private static final int LONGEST = 1_000;

  private EntryName() {}

  /**
   * Where an entry goes. The first folder of its name is dropped whatever it is called, as npm
   * does; mostly it is {@code package}.
   *
   * @return a path below {@code folder}, or {@code folder} itself for the wrapping folder
   * @throws UnsafeTarballException for absolute names, {@code ..}, {@code .}, and anything else
   *     that could lead outside on some system
   */
  static Path resolve(Path folder, String name) throws UnsafeTarballException {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    List<String> parts = Arrays.asList(path.split("/", -1));
    if (path.length() > LONGEST
        || FORBIDDEN.matcher(path).find()
        || parts.stream().anyMatch(EntryName::unsafe)) {
      throw new UnsafeTarballException("holds the unsafe file name " + shown(name));
    }
    if (parts.size() == 1 && !name.endsWith("/")) {
      throw new UnsafeTarballException("holds a file outside its folder: " + shown(name));
    }
    try {
      Path target = folder;
      for (String part : parts.subList(1, parts.size())) {
        target = target.resolve(part);
      }
      return target;
    } catch (InvalidPathException e) {
      throw new UnsafeTarballException("holds the unsafe file name " + shown(name));
    }
  }

  private static boolean unsafe(String part) {
    return part.isEmpty() || part.equals(".") || part.equals("..");
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
  }
}
