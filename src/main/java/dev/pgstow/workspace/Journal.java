package dev.pgstow.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What turns a stage into a promise: once the first stage of an export has its journal, all of the
 * export's stages will be swapped in; before, none. Names only what {@link StageFolder} can place,
 * so that a journal from a stranger's repository leads nowhere else.
 *
 * @param modules names of the modules staged here
 * @param first where the first stage is, relative to this one; empty in the first itself
 * @param others where the other stages are, relative to the first one; empty in the others
 */
record Journal(List<String> modules, Optional<String> first, List<String> others) {
  static final String NAME = "journal.json";
  private static final String WRITING = "journal.tmp";
  private static final long LONGEST = 1 << 20;

  Journal {
    modules = List.copyOf(modules);
    others = List.copyOf(others);
  }

  /** Puts the journal into the stage, durably and at once. */
  void write(StageFolder stage, Durability durability) throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode json = mapper.createObjectNode();
    modules.forEach(json.putArray("modules")::add);
    first.ifPresent(it -> json.put("first", it));
    others.forEach(json.putArray("others")::add);
    write(stage, NAME, mapper.writeValueAsBytes(json), durability);
  }

  /** Puts a journal into a stage, durably and at once. */
  static void write(StageFolder stage, String name, byte[] content, Durability durability)
      throws IOException {
    Path writing = stage.path().resolve(WRITING);
    try (FileChannel channel =
        FileChannel.open(
            writing,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      durability.file(channel);
    }
    Files.move(writing, stage.path().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    durability.folder(stage.path());
    durability.folder(stage.outdir());
  }

  /** The journal of a stage, if it has one. */
  static Optional<Journal> read(StageFolder stage) throws IOException {
    Path file = stage.path().resolve(NAME);
    if (!Layout.isThere(file)) {
      return Optional.empty();
    }
    if (Files.size(file) > LONGEST) {
      throw malformed(file);
    }
    try {
      JsonNode json = new JsonMapper().readTree(Files.readAllBytes(file));
      if (!json.path("modules").isArray()) {
        throw malformed(file);
      }
      JsonNode first = json.path("first");
      Journal journal =
          new Journal(
              strings(json.path("modules")),
              first.isTextual() ? Optional.of(first.textValue()) : Optional.empty(),
              strings(json.path("others")));
      if (journal.modules.stream().anyMatch(it -> ExtensionName.problem(it).isPresent())) {
        throw malformed(file);
      }
      journal.first.ifPresent(pointer -> follow(stage, pointer));
      journal.others.forEach(pointer -> follow(stage, pointer));
      return Optional.of(journal);
    } catch (JsonProcessingException | InvalidPathException e) {
      throw malformed(file);
    }
  }

  private static List<String> strings(JsonNode array) {
    List<String> found = new ArrayList<>();
    array.forEach(it -> found.add(it.asText()));
    return found;
  }

  static Failure malformed(Path file) {
    return Failure.failed(
        "journal-malformed",
        file + " is not a journal of pgstow.",
        "Look at the folder it is in, and delete that folder if nothing in it matters.");
  }

  /** Where another stage is, as seen from one; relative, so that both can be moved together. */
  static String pointer(StageFolder from, StageFolder to) {
    return from.path().getRoot() == null || !from.path().getRoot().equals(to.path().getRoot())
        ? to.path().toString()
        : from.path().relativize(to.path()).toString();
  }

  /** The stage that a pointer leads to, be it there or not. */
  static StageFolder follow(StageFolder from, String pointer) {
    return new StageFolder(from.path().resolve(pointer).normalize());
  }
}
