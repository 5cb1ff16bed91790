package dev.pgstow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What {@code mvn test -Pmutation} found, against what {@code survivors.md} explains. */
@Tag("mutation")
class MutationTest {
  private static final Path EXPLAINED = Path.of("src", "test", "mutation", "survivors.md");

  /** {@code | class | method | mutation | how many | why |}. */
  private static final Pattern ROW =
      Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\| ([^|]+?) \\| (\\d+) \\| .*\\S.* \\|");

  /** What a mutation is called, and how often it survived. */
  private final Map<String, Integer> survivors = new TreeMap<>();

  private final Set<String> mutated = new TreeSet<>();

  @Test
  void everySurvivorIsExplainedAndNothingElseIs() throws Exception {
    readReport();
    assertFalse(mutated.isEmpty(), "no class was mutated");
    assertEquals(String.join("\n", explained()), String.join("\n", lines(survivors)));
  }

  private void readReport() throws IOException, ParserConfigurationException, SAXException {
    Path report = Path.of(System.getProperty("pgstow.build"), "pit-reports", "mutations.xml");
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
    NodeList mutations = document.getElementsByTagName("mutation");
    for (int i = 0; i < mutations.getLength(); i++) {
      Element mutation = (Element) mutations.item(i);
      String name = text(mutation, "mutatedClass").replace("dev.pgstow.", "");
      mutated.add(name);
      if (Set.of("SURVIVED", "NO_COVERAGE").contains(mutation.getAttribute("status"))) {
        String what = name + " " + text(mutation, "mutatedMethod") + ": ";
        survivors.merge(what + text(mutation, "description"), 1, Integer::sum);
      }
    }
  }

  /** Those of the classes that were mutated: a run need not take all. */
  private Set<String> explained() throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    for (String line : Files.readAllLines(EXPLAINED)) {
      var row = ROW.matcher(line);
      if (row.matches() && mutated.contains(row.group(1))) {
        String what = row.group(1) + " " + row.group(2) + ": " + row.group(3);
        found.merge(what, Integer.valueOf(row.group(4)), Integer::sum);
      }
    }
    return lines(found);
  }

  private static Set<String> lines(Map<String, Integer> counts) {
    Set<String> lines = new TreeSet<>();
    counts.forEach((what, count) -> lines.add(what + " (" + count + ")"));
    return lines;
  }

  private static String text(Element element, String tag) {
    return element.getElementsByTagName(tag).item(0).getTextContent();
  }
}
