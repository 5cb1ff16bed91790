package dev.pgstow.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What turns the stage of a generated folder into a promise. It names items of that folder by plain
 * words only, so that a journal from a stranger's repository leads nowhere else.
 *
 * @param items what is swapped in
 * @param removed what goes and has nothing in its place
 */
record FolderJournal(List<String> items, List<String> removed) {
  private static final String NAME = "folder.json";
  private static final long LONGEST = 1 << 16;
  private static final Pattern ITEM = Pattern.compile("[a-z][a-z_]*(?:\\.json|\\.sql)?");

  FolderJournal {
    items = List.copyOf(items);
    removed = List.copyOf(removed);
  }

  /** Whether something of that name may be swapped. */
  static boolean isItem(String name) {
    return ITEM.matcher(name).matches();
  }

  /** Puts the journal into the stage, durably and at once. */
  void write(StageFolder stage, Durability durability) throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode json = mapper.createObjectNode();
    items.forEach(json.putArray("items")::add);
    removed.forEach(json.putArray("removed")::add);
    Journal.write(stage, NAME, mapper.writeValueAsBytes(json), durability);
  }

  /** Takes the promise back. */
  static void delete(StageFolder stage) throws IOException {
    Files.deleteIfExists(stage.path().resolve(NAME));
  }

  /** The journal of a stage, if it is a generated folder's and has one. */
  static Optional<FolderJournal> read(StageFolder stage) throws IOException {
    Path file = stage.path().resolve(NAME);
    if (!Layout.isThere(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > LONGEST) {
      throw Journal.malformed(file);
    }
    try {
      JsonNode json = new JsonMapper().readTree(Files.readAllBytes(file));
      return Optional.of(
          new FolderJournal(names(json.path("items"), file), names(json.path("removed"), file)));
    } catch (JsonProcessingException e) {
      throw Journal.malformed(file);
    }
  }

  private static List<String> names(JsonNode array, Path file) throws Failure {
    if (!array.isArray()) {
      throw Journal.malformed(file);
    }
    List<String> found = new ArrayList<>();
    for (JsonNode name : array) {
      if (!name.isTextual() || !isItem(name.textValue())) {
        throw Journal.malformed(file);
      }
      found.add(name.textValue());
    }
    return found;
  }
}
