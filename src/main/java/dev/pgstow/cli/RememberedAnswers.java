package dev.pgstow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.export.ExportQuestions;
import dev.pgstow.prompt.Answers;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was answered last time, per workspace and database: the next defaults. Author, names and
 * schemas only, never secrets. A file that can't be read or written is as good as none: nobody
 * should be kept from exporting by it.
 */
final class RememberedAnswers {
  private static final List<String> BY_DATABASE =
      List.of(
          ExportQuestions.AUTHOR,
          ExportQuestions.EXTENSION_NAME,
          ExportQuestions.META_EXTENSION_NAME,
          ExportQuestions.SCHEMAS);

  private final Path file;
  private final Path workspace;

  RememberedAnswers(Path file, Path workspace) {
    this.file = file;
    this.workspace = workspace;
  }

  /** {@code $XDG_CONFIG_HOME/pgstow/answers.json}, {@code ~/.config} where that is not set. */
  static Path file(Map<String, String> environment, Path home) {
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder = config.isEmpty() ? home.resolve(".config") : Path.of(config);
    return folder.resolve("pgstow").resolve("answers.json");
  }

  /** The last answer to a question, given the answers before it. */
  Optional<List<String>> recall(String question, Answers answers) {
    JsonNode here = read().path("workspaces").path(workspace.toString());
    JsonNode answer =
        question.equals(ExportQuestions.DATABASE_ID)
            ? here.path("databases").path(answers.text(ExportQuestions.DATABASE).orElse(""))
            : here.path("answers")
                .path(answers.text(ExportQuestions.DATABASE_ID).orElse(""))
                .path(question);
    List<String> values = new ArrayList<>();
    if (answer.isTextual()) {
      values.add(answer.asText());
    }
    answer.forEach(value -> values.add(value.asText()));
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  /**
   * Remembers the answers of an export that was written.
   *
   * @param allSchemas ticking all is not remembered: a schema added later is ticked then too
   */
  void remember(Answers answers, List<String> allSchemas) {
    ObjectNode root = read();
    ObjectNode here = object(object(root, "workspaces"), workspace.toString());
    String id = answers.text(ExportQuestions.DATABASE_ID).orElse("");
    object(here, "databases").put(answers.text(ExportQuestions.DATABASE).orElse(""), id);
    ObjectNode given = object(object(here, "answers"), id);
    given.removeAll();
    for (String question : BY_DATABASE) {
      List<String> values = answers.list(question).orElse(List.of());
      if (question.equals(ExportQuestions.SCHEMAS) && values.containsAll(allSchemas)) {
        continue;
      }
      values.forEach(given.withArrayProperty(question)::add);
    }
    write(root);
  }

  /** The object in a property, in place of what else may be there. */
  private static ObjectNode object(ObjectNode parent, String property) {
    return parent.get(property) instanceof ObjectNode node ? node : parent.putObject(property);
  }

  private ObjectNode read() {
    ObjectMapper mapper = new ObjectMapper();
    try {
      if (Files.isRegularFile(file)
          && mapper.readTree(Files.readAllBytes(file)) instanceof ObjectNode node) {
        return node;
      }
    } catch (IOException e) {
      return mapper.createObjectNode();
    }
    return mapper.createObjectNode();
  }

  private void write(ObjectNode root) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "answers", ".tmp");
      Files.write(
          fresh, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
      try {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      // Nothing is lost but a default.
      return;
    }
  }
}
