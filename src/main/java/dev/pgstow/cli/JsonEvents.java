package dev.pgstow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Progress as JSON lines; the README lists the names. Thread-safe. */
final class JsonEvents implements ProgressListener {
  private final Consumer<ObjectNode> lines;

  JsonEvents(PrintStream out) {
    this.lines = line -> out.println(JsonLine.of(line));
  }

  /** Events as records of a log. */
  JsonEvents(Log log) {
    this.lines =
        line -> {
          boolean warning = line.path("event").asText().equals("warning");
          JsonNode message = line.remove("message");
          log.write(warning ? "warning" : "info", message == null ? "" : message.asText(), line);
        };
  }

  @Override
  public synchronized void on(ProgressEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    if (event instanceof ProgressEvent.PhaseStarted started) {
      line.put("event", "phase-started").put("phase", started.phase().label());
      started.total().ifPresent(total -> line.put("total", total));
    } else if (event instanceof ProgressEvent.PhaseAdvanced advanced) {
      line.put("event", "phase-advanced").put("phase", advanced.phase().label());
      line.put("done", advanced.done()).put("bytes", advanced.bytes());
    } else if (event instanceof ProgressEvent.PhaseFinished finished) {
      line.put("event", "phase-finished").put("phase", finished.phase().label());
      line.put("done", finished.done()).put("milliseconds", finished.elapsed().toMillis());
    } else if (event instanceof ProgressEvent.TableStarted started) {
      line.put("event", "table-started").put("table", started.table());
      started.rows().ifPresent(rows -> line.put("total", rows));
    } else if (event instanceof ProgressEvent.TableAdvanced advanced) {
      line.put("event", "table-advanced").put("table", advanced.table());
      line.put("rows", advanced.rows()).put("bytes", advanced.bytes());
    } else if (event instanceof ProgressEvent.TableFinished finished) {
      line.put("event", "table-finished").put("table", finished.table());
      line.put("rows", finished.rows()).put("bytes", finished.bytes());
      line.put("milliseconds", finished.elapsed().toMillis());
    } else if (event instanceof ProgressEvent.ChangeStarted started) {
      line.put("event", "change-started").put("activity", started.activity().label());
      line.put("module", started.module()).put("change", started.change());
      line.put("number", started.number()).put("total", started.total());
    } else if (event instanceof ProgressEvent.ChangeFinished finished) {
      line.put("event", "change-finished").put("activity", finished.activity().label());
      line.put("module", finished.module()).put("change", finished.change());
      line.put("milliseconds", finished.elapsed().toMillis());
    } else if (event instanceof ProgressEvent.ModuleFinished finished) {
      line.put("event", "module-finished").put("activity", finished.activity().label());
      line.put("module", finished.module()).put("changes", finished.changes());
      line.put("milliseconds", finished.elapsed().toMillis());
    } else if (event instanceof ProgressEvent.ServerNotice notice) {
      line.put("event", "notice").put("severity", notice.severity());
      line.put("message", notice.message());
    } else if (event instanceof ProgressEvent.Warning warning) {
      line.put("event", "warning").put("message", warning.message());
    }
    lines.accept(line);
  }
}
