package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.testing.StubApi;
import dev.pgstow.testing.Trees;
import dev.pgstow.wizard.VirtualWizard;
import dev.pgstow.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard's whole way through a GraphQL API, on a virtual terminal. */
class WizardApiTest {
  private static final String TOKEN = "eyJ-a-very-secret-token";
  private static final String KEY = "k3y-k3y-k3y";

  @TempDir Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringBuilder seen = new StringBuilder();
  private Path workspace = Path.of("");

  @BeforeEach
  void workspace() throws IOException {
    workspace = Files.createDirectory(folder.resolve("workspace"));
    Files.createDirectory(workspace.resolve("packages"));
    Files.writeString(workspace.resolve("pgpm.json"), "{\"packages\": [\"packages/*\"]}");
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", "1");
    environment.put("PGUSER", "nobody");
  }

  private Surroundings surroundings() {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Surroundings(environment, folder, "tester", workspace, stream, stream, "");
  }

  private ExportScript script(GraphQlEntry api) {
    Surroundings surroundings = surroundings();
    Optional<String> none = Optional.empty();
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            new ConnectionFlags(none, none, none, none, none, none), environment, folder, "tester");
    return new ExportScript(
        surroundings,
        new GlobalOptions(),
        new ExportOptions(),
        Workspace.find(workspace),
        new RememberedAnswers(RememberedAnswers.file(environment, folder), workspace),
        new SourceDoor.Given(settings, api, !api.endpoint().isEmpty(), Optional.empty()),
        new Detours());
  }

  private GraphQlEntry entry(String endpoint, GivenToken token, String... headers) {
    return new GraphQlEntry(
        endpoint,
        token,
        List.of(headers),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  private GraphQlEntry nothing() {
    return entry("", GivenToken.environment(surroundings()));
  }

  /** Waits for a text, and keeps what the screen shows. */
  private void see(VirtualWizard wizard, String text) {
    wizard.await(text);
    seen.append(wizard.text());
  }

  /** Accepts what is suggested, from the database_id to the result. */
  private void acceptAll(VirtualWizard wizard) {
    for (String screen : List.of("Author", "Extension name", "Meta extension name", "Schemas")) {
      see(wizard.press(KeyType.Enter), screen);
    }
    see(wizard.press(KeyType.Enter), "Start the export");
    wizard.press(KeyType.End);
    assertTrue(
        wizard.text().matches("(?s).*-(\\d+) of \\1\n.*"), "all can be read:" + wizard.text());
    see(wizard.press(KeyType.Enter), "Install missing modules");
    see(wizard.press(KeyType.Enter), "✓ Exported coffee");
  }

  private String everything() {
    return seen + out.toString(StandardCharsets.UTF_8) + Trees.read(folder);
  }

  @Test
  void withoutAServerTheApiIsChosenAndTheTokenTyped() {
    try (StubApi api = new StubApi(TOKEN);
        ExportScript script = script(nothing());
        VirtualWizard wizard = new VirtualWizard(script)) {
      see(wizard, "( ) GraphQL API");
      see(wizard.press(KeyType.ArrowUp, KeyType.ArrowRight), "(*) GraphQL API");
      see(wizard.press(KeyType.Tab).type("nonsense").press(KeyType.Enter), "no http or https URL");
      see(wizard.fill(api.url()).press(KeyType.Enter), "does not know who is asking (401)");
      see(wizard.type("not-it").press(KeyType.Enter), "The token may have expired");
      see(wizard.fill(TOKEN), "*".repeat(TOKEN.length()));
      see(wizard.press(KeyType.Tab).type("apikey: " + KEY), "apikey:****");
      assertTrue(wizard.text().replaceAll("\\s+", " ").contains("! " + ApiOrigin.ONLY_SERVICE));
      see(wizard.press(KeyType.Enter), "Select database_id");
      assertTrue(wizard.text().contains("◉ database_id  ○ author"), wizard.text());
      acceptAll(wizard);
      assertTrue(seen.toString().contains("none: only the service module is exported"), seen + "");
      assertTrue(wizard.text().contains("only the service module is"), wizard.text());
      see(wizard.press(KeyType.PageDown), "The same again");
      wizard.press(KeyType.Enter);
      assertTrue(wizard.result().extension().isEmpty());
      assertTrue(wizard.result().written());
      script.finish();
      assertEquals(
          "PGSTOW_TOKEN=… pgstow export --graphql-endpoint " + api.url() + " --header 'apikey: …'",
          script.command().split(" --database-id")[0]);
      assertTrue(seen.toString().contains("PGSTOW_TOKEN=… pgstow export"), seen + "");
      assertEquals(Set.of("null", "Bearer not-it", "Bearer " + TOKEN), api.authorizations());
      assertEquals(Set.of(KEY), api.keys());
      assertNothingLeaks();
    }
  }

  private void assertNothingLeaks() {
    for (String secret : List.of(TOKEN, KEY)) {
      assertFalse(everything().contains(secret), "a secret is shown or kept");
    }
    assertTrue(Trees.read(folder).containsKey("config/pgstow/answers.json"));
    assertTrue(Trees.read(workspace).containsKey("packages/coffee-service/pgpm.plan"));
  }

  @Test
  void anEndpointGivenIsGoneToAtOnceWithTheTokenOfTheEnvironment() {
    environment.put("PGSTOW_TOKEN", "Bearer " + TOKEN);
    try (StubApi api = new StubApi(TOKEN);
        ExportScript script = script(entry(api.url(), GivenToken.environment(surroundings())));
        VirtualWizard wizard = new VirtualWizard(script)) {
      see(wizard, "Select database_id");
      see(wizard.type("c"), "(*) GraphQL API");
      see(wizard.press(KeyType.Tab), "Empty: the one of PGSTOW_TOKEN.");
      see(wizard.press(KeyType.Escape), "Select database_id");
      acceptAll(wizard);
      wizard.press(KeyType.Enter);
      assertTrue(wizard.result().written());
      script.finish();
      assertTrue(script.command().startsWith("pgstow export --graphql-endpoint"));
      assertEquals(Set.of("Bearer " + TOKEN), api.authorizations());
      assertNothingLeaks();
    }
  }

  @Test
  void anApiThatDoesNotAnswerIsWaitedForAndCanBeGivenUp() {
    try (StubApi api = new StubApi("");
        ExportScript script = script(entry(api.url(), GivenToken.environment(surroundings())))) {
      api.hold();
      try (VirtualWizard wizard = new VirtualWizard(script)) {
        wizard.await("Connecting to " + api.url()).press(KeyType.Escape).await("Stopped waiting");
        api.release();
        wizard.press(KeyType.Enter).await("Select database_id");
      }
    }
  }

  @Test
  void plainHttpToAnotherMachineIsWarnedAboutBeforeAnythingIsSent() {
    try (ExportScript script = script(nothing());
        VirtualWizard wizard = new VirtualWizard(script)) {
      wizard.await("( ) GraphQL API").press(KeyType.ArrowUp, KeyType.ArrowRight, KeyType.Tab);
      wizard.type("http://api.example.com/graphql").await("token and data can be read");
      wizard.fill("https://api.example.com/graphql");
      assertFalse(wizard.text().contains("can be read"), wizard.text());
    }
  }
}
