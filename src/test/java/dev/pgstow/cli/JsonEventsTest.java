package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.progress.Activity;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The names in JSON lines are those the README writes down. */
class JsonEventsTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonEvents events =
      new JsonEvents(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  @Test
  void fieldsAreThoseOfTheReadme() throws IOException {
    events.on(new ProgressEvent.PhaseStarted(Phase.METADATA, OptionalLong.of(2)));
    events.on(new ProgressEvent.PhaseAdvanced(Phase.METADATA, 1, 2));
    events.on(new ProgressEvent.PhaseFinished(Phase.METADATA, 1, Duration.ZERO));
    events.on(new ProgressEvent.TableStarted("a.b", OptionalLong.of(2)));
    events.on(new ProgressEvent.TableAdvanced("a.b", 1, 2));
    events.on(new ProgressEvent.TableFinished("a.b", 1, 2, Duration.ZERO));
    events.on(new ProgressEvent.ChangeStarted(Activity.DEPLOY, "m", "c", 1, 2));
    events.on(new ProgressEvent.ChangeFinished(Activity.DEPLOY, "m", "c", Duration.ZERO));
    events.on(new ProgressEvent.ModuleFinished(Activity.DEPLOY, "m", 2, Duration.ZERO));
    events.on(new ProgressEvent.ServerNotice("NOTICE", "n"));
    events.on(new ProgressEvent.Warning("w"));
    Map<String, List<String>> documented = documented();
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(11, lines.size());
    for (String line : lines) {
      JsonNode event = new ObjectMapper().readTree(line);
      List<String> fields = new ArrayList<>();
      event.fieldNames().forEachRemaining(fields::add);
      fields.remove("event");
      assertEquals(documented.get(event.path("event").asText()), fields, line);
    }
    for (Activity activity : Activity.values()) {
      assertTrue(readme().contains("`" + activity.label() + "`"), activity.label());
    }
    for (Phase phase : Phase.values()) {
      assertTrue(readme().contains("`" + phase.label() + "`"), phase.label());
    }
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> events = new HashMap<>();
    Matcher row = Pattern.compile("\\| `([a-z-]+)` \\| (.*) \\|").matcher(readme());
    while (row.find()) {
      List<String> fields = new ArrayList<>();
      Matcher field = Pattern.compile("`([a-zA-Z]+)`").matcher(row.group(2));
      while (field.find()) {
        fields.add(field.group(1));
      }
      events.put(row.group(1), fields);
    }
    return events;
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
