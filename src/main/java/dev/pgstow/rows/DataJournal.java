package dev.pgstow.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The journal of an export that is not finished: JSON lines. A run begins with its options, its
 * snapshot and the files it will make; each finished table follows. A last line without its end was
 * being written when the process died and does not count.
 */
final class DataJournal {
  private static final long LONGEST = 1L << 28;

  private final FileChannel channel;
  private final JsonMapper mapper = new JsonMapper();
  private final Map<TableName, ExportedTable> finished = new LinkedHashMap<>();
  private final List<Moment> moments = new ArrayList<>();
  private final Set<String> files = new LinkedHashSet<>();
  private JsonNode options = mapper.createObjectNode();

  private DataJournal(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Reads what is there.
   *
   * @param channel of the file, for reading and writing; stays the caller's to close
   * @throws Failure {@code journal-malformed}
   */
  static DataJournal read(FileChannel channel, Object path) throws IOException {
    DataJournal journal = new DataJournal(channel);
    long size = channel.size();
    if (size > LONGEST) {
      throw malformed(path);
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size);
    channel.position(0);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // Until all is read.
    }
    String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    int end = text.lastIndexOf('\n') + 1;
    try {
      for (String line : text.substring(0, end).lines().toList()) {
        journal.take(journal.mapper.readTree(line));
      }
    } catch (JsonProcessingException | DateTimeException e) {
      throw malformed(path);
    }
    channel.truncate(text.substring(0, end).getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    return journal;
  }

  private void take(JsonNode line) {
    if (line.has("finished")) {
      ExportedTable table = DataJson.table(line.path("finished"));
      if (files.contains(table.file())) {
        finished.put(table.name(), table);
      }
    } else {
      options = line.path("options");
      moments.add(Moment.of(line.path("run")));
      for (JsonNode file : line.path("files")) {
        if (DataFolder.isOneName(file.asText())) {
          files.add(file.asText());
        }
      }
    }
  }

  private static Failure malformed(Object path) {
    return Failure.failed(
        "journal-malformed",
        path + " is not a journal of pgstow.",
        "Look at the folder it is in, and delete it if nothing in it matters.");
  }

  boolean isEmpty() {
    return moments.isEmpty();
  }

  /** The options of the runs so far. */
  JsonNode options() {
    return options;
  }

  List<Moment> moments() {
    return moments;
  }

  /** All files that a run was going to make. */
  Set<String> files() {
    return files;
  }

  Map<TableName, ExportedTable> finished() {
    return finished;
  }

  /** Forgets all. */
  void clear() throws IOException {
    channel.truncate(0);
    finished.clear();
    moments.clear();
    files.clear();
  }

  void begin(JsonNode chosen, Moment moment, List<String> made) throws IOException {
    options = chosen;
    moments.add(moment);
    files.addAll(made);
    ObjectNode line = mapper.createObjectNode();
    line.set("options", chosen);
    line.set("run", moment.json());
    made.forEach(line.putArray("files")::add);
    append(line);
  }

  void finished(ExportedTable table) throws IOException {
    ObjectNode line = mapper.createObjectNode();
    line.set("finished", DataJson.of(table));
    append(line);
    finished.put(table.name(), table);
  }

  private void append(ObjectNode line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
