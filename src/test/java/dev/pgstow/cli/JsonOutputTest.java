package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --json} standard output is JSON lines, whatever happens. */
class JsonOutputTest {
  @TempDir Path directory;

  private JsonNode only(int exit, String... arguments) throws IOException {
    Cli cli = new Cli(directory);
    assertEquals(exit, cli.run(arguments), cli::err);
    assertEquals(1, cli.out().lines().count(), cli::out);
    return new ObjectMapper().readTree(cli.out());
  }

  @Test
  void everyFailureIsAnEvent() throws IOException {
    assertEquals("arguments-invalid", only(2, "export", "--json", "--bad").path("ident").asText());
    assertEquals("arguments-invalid", only(2, "exprot", "--json").path("ident").asText());
    assertEquals("no-terminal", only(2, "--json").path("ident").asText());
    JsonNode none = only(1, "recover", "--json");
    assertEquals("failure", none.path("event").asText());
    assertEquals("workspace-not-found", none.path("ident").asText());
    assertEquals(1, none.path("exit").asInt());
  }

  @Test
  void soIsWhatTheSmallCommandsDid() throws IOException {
    assertEquals("result", only(0, "init", "--json").path("event").asText());
    assertEquals(0, only(0, "recover", "--json").path("recovered").size());
    assertEquals(0, only(0, "install", "--json").path("installed").size());
  }
}
