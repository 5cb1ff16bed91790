package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pgstow.metaschema.TableOrder;
import dev.pgstow.testing.PostGraphile;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.StubApi;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Tmux;
import dev.pgstow.testing.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard through a real PostGraphile server, in a real terminal. Skipped without tmux. */
@Tag("thorough")
class WizardApiTmuxTest {
  private static final String TOKEN = "eyJ-a-very-secret-token";

  private static String database = "";
  private static PostGraphile server;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws InterruptedException {
    assumeTrue(Tmux.isThere(), "no tmux");
    PostGraphile.assumeNode();
    database = Sample.createDatabase();
    TestServer.shared().execute(database, GraphQlExportTest.WITHOUT_JSON_NULLS);
    List<String> schemas = new ArrayList<>(TableOrder.schemas());
    schemas.add("db_migrate");
    server = PostGraphile.start(PostGraphile.Kind.AMBER_5, database, schemas);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      TestServer.shared().dropDatabase(database);
    }
  }

  /** Presses keys, waits for a text, and sees to it that the token is not on the screen. */
  private static void see(WizardWindow window, String keys, String awaited) throws Exception {
    window.press(keys, awaited);
    assertFalse(window.tmux.styledScreen().contains(TOKEN), "the token is on the screen");
  }

  /** Accepts what is suggested, from the database_id to the review. */
  private static void toTheReview(WizardWindow window) throws Exception {
    for (String screen : WizardWindow.SCREENS.subList(2, WizardWindow.SCREENS.size())) {
      see(window, "Enter", screen);
    }
  }

  @Test
  void whereNoServerAnswersBothModulesComeThroughTheApi() throws Exception {
    SortedMap<String, String> written;
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      window.pgstow("wizard", "--port", "1", "--author", "Ada <ada@example.com>");
      see(window, "", "( ) GraphQL API");
      see(window, "Up Right Tab", "› Endpoint");
      window.tmux.type(server.url());
      see(window, "Tab", "› Token");
      window.tmux.type(TOKEN);
      see(window, "Tab Tab Tab", "› Migrate endpoint");
      window.tmux.type(server.url());
      see(window, "", "Migrate host");
      see(window, "Enter", "◉ database_id");
      see(window, "/ b o o k", "› bookshop");
      see(window, "Enter", "Extension name");
      see(window, "BTab", "◉ database_id");
      see(window, "c", "(*) GraphQL API");
      see(window, "Escape", "› bookshop");
      see(window, "Enter", "Extension name");
      see(window, "Enter", "Meta extension name");
      see(window, "Enter", "◉ schemas");
      see(window, "Enter", "[ Start the export ]");
      see(window, "Enter", "✓ Exported bookshop");
      see(window, "End", "");
      see(window, "Enter", "Again: PGSTOW_TOKEN=… pgstow export --graphql-endpoint");
      window.assertEndsCleanly(0);
      written = window.packages();
      assertFalse(Trees.read(folder).toString().contains(TOKEN), "the token is in a file");
      assertTrue(window.answers().containsKey("pgstow/answers.json"));
    }
    assertEquals(written, exportedByFlags());
  }

  private SortedMap<String, String> exportedByFlags() {
    Cli cli = new Cli(folder.resolve("workspace"));
    String flags =
        "export --yes --database-id bookshop --graphql-endpoint %s --migrate-endpoint %s"
            .formatted(server.url(), server.url());
    List<String> arguments = new ArrayList<>(List.of(flags.split(" ")));
    arguments.addAll(List.of("--author", "Ada <ada@example.com>"));
    assertEquals(0, cli.run(arguments.toArray(String[]::new)), cli::err);
    return Trees.read(folder.resolve("workspace/packages"));
  }

  @Test
  void withoutAMigrateEndpointTheServiceModuleAloneIsWritten() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      window.pgstow("--graphql-endpoint", server.url(), "--database-id", "bookshop");
      see(window, "", WizardWindow.SCREENS.get(2));
      for (String screen : WizardWindow.SCREENS.subList(3, WizardWindow.SCREENS.size())) {
        see(window, "Enter", screen);
      }
      window.tmux.await("none: only the service module is exported");
      see(window, "Enter", "✓ Exported bookshop");
      window.tmux.awaitWords("only the service module is exported");
      see(window, "Enter", "Exported in");
      window.tmux.awaitWords("no extension module, only the service module");
      window.assertEndsCleanly(0);
      assertTrue(window.packages().containsKey("bookshop-service/pgpm.plan"));
      assertFalse(window.packages().containsKey("bookshop/pgpm.plan"));
    }
  }

  @Test
  void theModulesAreProvedThroughTheApi() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24)) {
      window.pgstow(
          "--graphql-endpoint",
          server.url(),
          "--migrate-endpoint",
          server.url(),
          "--database-id",
          "bookshop",
          // That a column is generated is nothing an API tells.
          "--exclude-table",
          "apps_public.apps");
      see(window, "", WizardWindow.SCREENS.get(2));
      for (String screen : WizardWindow.SCREENS.subList(3, WizardWindow.SCREENS.size())) {
        see(window, "Enter", screen);
      }
      see(window, "Enter", "✓ Exported bookshop");
      see(window, "p", "Proving");
      see(window, "", "✓ Proved bookshop and bookshop-service");
      see(window, "Enter", "✓ Exported bookshop");
      see(window, "Enter", "Exported in");
      window.assertEndsCleanly(0);
    }
  }

  @Test
  void byLinesTheApiIsOfferedWhereNoServerAnswers() throws Exception {
    try (WizardWindow window = WizardWindow.open(folder, 80, 24);
        StubApi api = new StubApi(TOKEN)) {
      window.pgstow("wizard", "--plain", "--port", "1");
      window.line("GraphQL endpoint to read through instead (Enter: none)", "nonsense");
      window.line("Token (Enter: none)", "");
      window.line("Migrate endpoint (Enter: none, only the service module)", "");
      window.tmux.await("no http or https URL");
      window.line("GraphQL endpoint to read through instead [nonsense]", api.url());
      window.tmux.await("Token (Enter: none)", screen -> screen.split("Token", -1).length > 2);
      window.tmux.keys("Enter");
      window.tmux.await("Migrate", screen -> screen.split("Migrate", -1).length > 2);
      window.tmux.keys("Enter");
      window.line("Token for " + api.url(), TOKEN);
      window.tmux.await("warning: " + ApiOrigin.ONLY_SERVICE.substring(0, 40));
      window.line("Number or name", "1");
      window.line("Author", "Ada");
      for (String question : List.of("Extension name", "Meta extension name", "Toggle")) {
        window.line(question, "");
      }
      window.tmux.await("Exported in");
      window.tmux.await("Again: PGSTOW_TOKEN=…");
      assertFalse(window.tmux.screen().contains(TOKEN), window.tmux.screen());
      window.assertEndsCleanly(0);
      assertFalse(Trees.read(folder).toString().contains(TOKEN), "the token is in a file");
    }
  }
}
