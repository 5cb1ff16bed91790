package dev.pgstow.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The tags of a plan that is about to be replaced, by the change they belong to. The plan is read
 * as a stream, and leniently: it will be overwritten, so what is wrong with it does not matter.
 */
final class OldPlan {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}-.*");

  /** A tag's line as written, without its end. */
  record TagLine(String name, String text) {}

  private final Map<String, List<TagLine>> tags = new LinkedHashMap<>();
  private final PlanFingerprint fingerprint = new PlanFingerprint();

  static OldPlan read(Path file) throws IOException {
    OldPlan plan = new OldPlan();
    if (Files.isRegularFile(file)) {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
        String change = "";
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          plan.fingerprint.line(line);
          change = plan.take(line, change);
        }
      }
    }
    return plan;
  }

  private String take(String line, String change) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.startsWith("%")) {
      return change;
    }
    String[] words = SPACE.split(text, 3);
    if (!text.startsWith("@")) {
      return words[0];
    }
    boolean namesChange =
        words.length > 1 && !words[1].startsWith("#") && !YEAR.matcher(words[1]).matches();
    tags.computeIfAbsent(namesChange ? words[1] : change, key -> new ArrayList<>())
        .add(new TagLine(words[0].substring(1), line));
    return change;
  }

  /** Takes out the tags of a change, in order. */
  List<TagLine> removeTags(String change) {
    List<TagLine> found = tags.remove(change);
    return found == null ? List.of() : found;
  }

  /** The tags not taken out, in order. */
  List<TagLine> remainingTags() {
    return tags.values().stream().flatMap(List::stream).toList();
  }

  /** The plan's {@link PlanFingerprint}. */
  String fingerprint() {
    return fingerprint.hex();
  }
}
