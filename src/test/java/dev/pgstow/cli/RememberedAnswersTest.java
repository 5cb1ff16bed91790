package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Answers.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedAnswersTest {
  @TempDir Path home;

  private final Answers answers =
      Answers.none()
          .with("database", "constructive", Origin.PERSON)
          .with("database-id", "id-1", Origin.PERSON)
          .with("author", "Ada", Origin.PERSON)
          .with("extension-name", "crm", Origin.PERSON)
          .with("schemas", List.of("a", "b"), Origin.PERSON)
          .with("password", "hush", Origin.PERSON);

  private RememberedAnswers memory(String workspace) {
    return new RememberedAnswers(RememberedAnswers.file(Map.of(), home), Path.of(workspace));
  }

  @Test
  void theLastAnswersComeBackPerWorkspaceAndDatabase() {
    memory("/one").remember(answers, List.of("a", "b", "c"));
    assertEquals(Optional.of(List.of("id-1")), memory("/one").recall("database-id", answers));
    assertEquals(Optional.of(List.of("crm")), memory("/one").recall("extension-name", answers));
    assertEquals(Optional.of(List.of("a", "b")), memory("/one").recall("schemas", answers));
    assertEquals(Optional.empty(), memory("/two").recall("extension-name", answers));
    Answers other = answers.with("database-id", "id-2", Origin.PERSON);
    assertEquals(Optional.empty(), memory("/one").recall("extension-name", other));
  }

  @Test
  void allSchemasAreNotRememberedByName() {
    memory("/one").remember(answers, List.of("a", "b"));
    assertEquals(Optional.empty(), memory("/one").recall("schemas", answers));
  }

  @Test
  void nothingElseIsWritten() throws IOException {
    memory("/one").remember(answers, List.of());
    Path file = home.resolve(".config/pgstow/answers.json");
    assertFalse(Files.readString(file).contains("hush"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{broken",
        "[]",
        "{\"workspaces\":[]}",
        "{\"workspaces\":{\"/one\":7}}",
        "{\"workspaces\":{\"/one\":{\"databases\":\"x\",\"answers\":{\"id-1\":[]}}}}"
      })
  void aFileOfAnotherShapeIsAsGoodAsNone(String text) throws IOException {
    Path file = RememberedAnswers.file(Map.of("XDG_CONFIG_HOME", home.toString()), home);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    RememberedAnswers memory = new RememberedAnswers(file, Path.of("/one"));
    assertEquals(Optional.empty(), memory.recall("author", answers));
    memory.remember(answers, List.of());
    assertEquals(Optional.of(List.of("Ada")), memory.recall("author", answers));
  }
}
