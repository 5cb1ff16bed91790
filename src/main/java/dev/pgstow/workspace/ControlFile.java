package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A {@code <name>.control}: read in PostgreSQL's own syntax (that of {@code postgresql.conf}),
 * written so that pgpm's parser takes it too. Immutable.
 */
public final class ControlFile {
  private static final Pattern WRITABLE = Pattern.compile("[^\\p{Cntrl},'\"\\\\]+");

  private final List<ControlLine> lines;

  private ControlFile(List<ControlLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Reads a control file.
   *
   * @throws Failure {@code control-malformed} or that it can't be read
   */
  public static ControlFile read(Path file) {
    return parse(TextFile.read(file), file.toString());
  }

  /**
   * Reads a control file's text.
   *
   * @param where names it in failures
   * @throws Failure {@code control-malformed} with the number of the line
   */
  public static ControlFile parse(String text, String where) {
    List<ControlLine> lines = new ArrayList<>();
    for (String raw : TextFile.lines(text)) {
      lines.add(ControlLine.parse(raw, where, lines.size() + 1));
    }
    return new ControlFile(lines);
  }

  /** The control file of a new module, as pgpm writes it. */
  public static ControlFile create(String name, List<String> requires) {
    return parse(
        "# "
            + name
            + " extension\ncomment = '"
            + name
            + " extension'\ndefault_version = '0.0.1'\nmodule_pathname = '$libdir/"
            + name
            + "'\n"
            + requiresLine(requires)
            + "\nrelocatable = false\nsuperuser = false\n",
        name + ".control");
  }

  /** The file as text; for one that was read, exactly what was read. */
  public String text() {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line.raw()));
    return out.toString();
  }

  /** The value of a parameter; the last one counts, as in PostgreSQL. */
  public Optional<String> value(String key) {
    return lines.stream()
        .filter(line -> line.key().equalsIgnoreCase(key))
        .map(ControlLine::value)
        .reduce((first, last) -> last);
  }

  /** The names in {@code requires}, in order. */
  public List<String> requires() {
    Set<String> names = new LinkedHashSet<>();
    for (String item : value("requires").orElse("").split(",", -1)) {
      String name = item.strip();
      if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
        name = name.substring(1, name.length() - 1).replace("\"\"", "\"");
      }
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** This file with those of the names added to {@code requires} that are missing; else itself. */
  public ControlFile withRequires(List<String> names) {
    Set<String> all = new LinkedHashSet<>(requires());
    if (!all.addAll(names)) {
      return this;
    }
    List<ControlLine> result = new ArrayList<>();
    boolean written = false;
    for (ControlLine line : lines) {
      if (line.key().equalsIgnoreCase("requires")) {
        // PostgreSQL takes the last such line and pgpm the first: make them agree.
        result.addAll(rewritten(line, all));
        written = true;
      } else {
        result.add(line);
      }
    }
    if (!written) {
      append(result, requiresLine(all));
    }
    return new ControlFile(result);
  }

  private static List<ControlLine> rewritten(ControlLine line, Set<String> names) {
    List<ControlLine> result = new ArrayList<>();
    if (!line.comment().isEmpty()) {
      result.add(ControlLine.filler(line.comment() + (line.end().isEmpty() ? "\n" : line.end())));
    }
    result.add(ControlLine.parse(requiresLine(names) + line.end(), "", 0));
    return result;
  }

  private static void append(List<ControlLine> lines, String text) {
    String end = "\n";
    if (!lines.isEmpty()) {
      ControlLine last = lines.get(lines.size() - 1);
      end = last.raw().endsWith("\r\n") ? "\r\n" : "\n";
      if (!last.raw().endsWith("\n")) {
        lines.set(lines.size() - 1, last.withRaw(last.raw() + end));
      }
    }
    lines.add(ControlLine.parse(text + end, "", 0));
  }

  private static String requiresLine(Iterable<String> names) {
    for (String name : names) {
      // pgpm knows no way to quote these.
      if (!WRITABLE.matcher(name).matches()) {
        throw Failure.failed(
            "requires-unsafe",
            "The control file can't require \"" + Printable.of(name) + "\": pgpm can't read it.",
            "Leave it out of what the module requires.");
      }
    }
    return "requires = '" + String.join(",", names) + "'";
  }
}
