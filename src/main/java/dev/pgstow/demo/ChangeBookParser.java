package dev.pgstow.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a book of changes: one SQL file in which {@code -- %} lines divide.
 *
 * <pre>
 * -- %module NAME, -- %comment TEXT, -- %requires A,B   (before the first change)
 * -- %change NAME [&lt; DEPENDENCY ...]                   then deploy SQL
 * -- %revert                                            then revert SQL
 * -- %verify [none]                                     then verify SQL
 * </pre>
 *
 * Sections left out are what the {@link ChangeKind} says. A dependency {@code schema.table} stands
 * for that table's change; a change needs its own table, or else its schema, without saying so.
 */
final class ChangeBookParser {
  private static final String MARK = "-- %";

  private final Map<String, String> header = new LinkedHashMap<>();
  private final Map<String, SampleChange> changes = new LinkedHashMap<>();

  static ChangeBook parse(String name, String text) {
    ChangeBookParser parser = new ChangeBookParser();
    // Everything before the first mark is about the file itself.
    String[] sections = ("\n" + text).split("\n" + MARK + "change ", -1);
    parser.readHeader(sections[0]);
    for (int i = 1; i < sections.length; i++) {
      parser.readChange(sections[i]);
    }
    return new ChangeBook(
        parser.header.getOrDefault("module", name),
        parser.header.getOrDefault("comment", ""),
        words(parser.header.getOrDefault("requires", ""), ","),
        List.copyOf(parser.changes.values()));
  }

  private void readHeader(String text) {
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(MARK)) {
        String[] parts = line.substring(MARK.length()).split(" ", 2);
        header.put(parts[0], parts[1]);
      }
    }
  }

  private void readChange(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    String[] parts = text.split("\n" + MARK, -1);
    for (int i = 1; i < parts.length; i++) {
      String[] headAndBody = headAndBody(parts[i]);
      sections.put(headAndBody[0], headAndBody[1]);
    }
    String[] headAndDeploy = headAndBody(parts[0]);
    List<String> names = words(headAndDeploy[0], " ");
    String name = names.get(0);
    ChangeKind kind = ChangeKind.of(name);
    String deploy = headAndDeploy[1].isEmpty() ? kind.deploy(name) : headAndDeploy[1];
    String verify =
        sections.containsKey("verify none")
            ? ""
            : sections.getOrDefault("verify", kind.verify(name));
    List<String> said = names.size() > 2 ? names.subList(2, names.size()) : List.of();
    changes.put(
        name,
        new SampleChange(
            kind,
            name,
            requires(name, said),
            deploy,
            sections.getOrDefault("revert", kind.revert(name)),
            verify));
  }

  private List<String> requires(String name, List<String> said) {
    Set<String> requires = new LinkedHashSet<>();
    String[] path = name.split("/", -1);
    if (path[0].equals("schemas")) {
      String schema = "schemas/" + path[1] + "/schema";
      String table = path.length > 3 ? "schemas/" + path[1] + "/tables/" + path[3] + "/table" : "";
      if (path[2].equals("tables") && changes.containsKey(table)) {
        requires.add(table);
      } else if (changes.containsKey(schema)) {
        requires.add(schema);
      }
    }
    for (String dependency : said) {
      String change = dependency.contains("/") ? dependency : tableChange(dependency);
      if (!changes.containsKey(change)) {
        throw new IllegalArgumentException(name + " needs " + change + ", not seen so far");
      }
      requires.add(change);
    }
    return List.copyOf(requires);
  }

  private static String tableChange(String qualified) {
    String[] parts = qualified.split("\\.", 2);
    return "schemas/" + parts[0] + "/tables/" + parts[1] + "/table";
  }

  private static String[] headAndBody(String text) {
    int end = text.indexOf('\n');
    return end < 0
        ? new String[] {text.strip(), ""}
        : new String[] {text.substring(0, end).strip(), text.substring(end).strip()};
  }

  private static List<String> words(String text, String separator) {
    List<String> words = new ArrayList<>(List.of(text.split(separator, -1)));
    words.removeIf(String::isBlank);
    return words;
  }
}
