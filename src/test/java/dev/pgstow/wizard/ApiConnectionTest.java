package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.export.ExportResult;
import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import dev.pgstow.wizard.terminal.ColorDepth;
import dev.pgstow.wizard.terminal.TypedText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing a GraphQL API where the server is asked for. */
class ApiConnectionTest {
  private static final Path SCREENS = Path.of("src/test/resources/screens");
  private static final String URL = "https://api.example.com/graphql";
  private static final String TOKEN = "eyJ-a-secret";
  private static final String ID = "0c0ffee0-0000-4000-8000-000000000001";

  private final AtomicReference<SourceFields> tried = new AtomicReference<>();
  private final AtomicReference<Optional<Failure>> refusal =
      new AtomicReference<>(Optional.empty());
  private SourceFields first = new ConnectionFields("localhost", "5432", "postgres", "", "prefer");
  private SourceFields second =
      new ApiFields("", "", "PGSTOW_TOKEN", List.of(), "", "", "", List.of());

  private final FakeScript script =
      new FakeScript() {
        @Override
        public SourceFields connection() {
          return first;
        }

        @Override
        public List<SourceFields> otherConnections() {
          return List.of(second);
        }

        @Override
        public Doubts doubts() {
          return fields ->
              fields.migrateEndpoint().isEmpty() ? List.of("Only the service module.") : List.of();
        }

        @Override
        public String connect(SourceFields fields) {
          tried.set(fields);
          refusal
              .getAndSet(Optional.empty())
              .ifPresent(
                  failure -> {
                    throw failure;
                  });
          return super.connect(fields);
        }

        @Override
        public Answers carriedOver(Answers answers) {
          return answers.with("author", "carried over", Answers.Origin.PERSON);
        }
      };

  private Session<ExportResult> refused() {
    script.refuse = 1;
    return Session.of(script).await("Connection refused");
  }

  /** From the first row of the server's form. */
  private static void toApi(Session<?> session) {
    session.press(KeyType.ArrowUp, KeyType.ArrowRight).await("(*) GraphQL API");
  }

  @Test
  void whereThereIsNoServerAnApiIsChosen() {
    try (Session<ExportResult> session = refused()) {
      toApi(session);
      session.press(KeyType.Tab).type(URL).press(KeyType.Tab).type(TOKEN).press(KeyType.Tab);
      session.type("apikey: k3y").press(KeyType.Tab).type("x-more: m0re");
      session.press(KeyType.Tab, KeyType.Tab).type(ID).press(KeyType.Tab).type(URL + "-migrate");
      session.press(KeyType.Tab).type("migrate.example.com").press(KeyType.Tab);
      session.type("X-Schemata: db_migrate").press(KeyType.Enter).await("Select a database");
      assertEquals(
          new ApiFields(
              URL,
              TOKEN,
              "PGSTOW_TOKEN",
              List.of("apikey: k3y", "x-more: m0re"),
              ID,
              URL + "-migrate",
              "migrate.example.com",
              List.of("X-Schemata: db_migrate")),
          tried.get());
      assertTrue(session.text().contains(URL));
    }
  }

  @Test
  void tokenAndHeadersAreNeverOnTheScreen() {
    try (Session<ExportResult> session = refused()) {
      toApi(session);
      session.press(KeyType.Tab).type(URL).press(KeyType.Tab).type(TOKEN);
      assertTrue(session.line("Token").contains("*".repeat(TOKEN.length())));
      session.press(KeyType.Tab).type("apikey: k3y-k3y");
      assertTrue(session.line("apikey").contains("apikey:********"), session.text());
      session.press(KeyType.Home, KeyType.Tab, KeyType.ArrowUp);
      for (String secret : List.of(TOKEN, "k3y")) {
        assertFalse(session.text().contains(secret), session.text());
      }
      session.press(KeyType.Enter).await("Select a database").type("c").await("GraphQL API");
      for (String secret : List.of(TOKEN, "k3y")) {
        assertFalse(session.text().contains(secret), session.text());
      }
      assertFalse(tried.get().toString().contains(TOKEN));
    }
  }

  @Test
  void aRefusalIsToldAndLeadsToTheTokenWithAllElseKept() {
    first = ApiFields.of(URL);
    second = new ConnectionFields("localhost", "5432", "postgres", "", "prefer");
    refusal.set(
        Optional.of(
            Failure.failed("graphql-unauthorized", "does not know who is asking (401).", "Token")));
    try (Session<ExportResult> session = Session.of(script).await("who is asking (401)")) {
      assertTrue(session.line("›").contains("Token"), session.text());
      session.type(TOKEN).press(KeyType.Enter).await("Select a database");
      assertEquals(TOKEN, ((ApiFields) tried.get()).token());
      assertEquals(URL, ((ApiFields) tried.get()).endpoint());
    }
  }

  @Test
  void onRequestOneGoesFromOneKindToTheOtherAndBack() {
    try (Session<ExportResult> session = Session.of(script).await("Select a database")) {
      session.type("c").await("How to reach the server");
      toApi(session);
      session.press(KeyType.Tab).type(URL).press(KeyType.Escape).await("Select a database");
      assertTrue(tried.get() instanceof ConnectionFields);
      session.type("c").await("(*) PostgreSQL");
      toApi(session);
      session.press(KeyType.Tab).type(URL).press(KeyType.Enter).await("Select a database");
      assertTrue(tried.get() instanceof ApiFields);
      session.press(KeyType.Enter).await("database_id").press(KeyType.Enter);
      session.await("carried over");
      session.press(KeyType.F3).await("Select database_id").type("c").await("(*) GraphQL API");
      session.press(KeyType.ArrowUp).type(" ").await("localhost").press(KeyType.Enter);
      session.await("Select a database");
      assertTrue(tried.get() instanceof ConnectionFields);
    }
  }

  @Test
  void whatCanNotBeRightIsToldOnceItWasTried() {
    try (Session<ExportResult> session = refused()) {
      toApi(session);
      assertFalse(session.text().contains("is needed"));
      session.press(KeyType.Enter).await("The URL of an endpoint is needed.");
      session.press(KeyType.Tab).type(URL).press(KeyType.Tab, KeyType.Tab).type("no header");
      session.await("A header is written like").ctrl('u').press(KeyType.Tab).type("coffee");
      session.await("must be a uuid").press(KeyType.Enter).await("must be a uuid");
      session.ctrl('u').press(KeyType.Enter).await("Select a database");
    }
  }

  @Test
  void aClickChoosesTheKind() {
    try (Session<ExportResult> session = refused()) {
      String line = session.line("Read from");
      int row = session.text().lines().toList().indexOf(line);
      session.click(line.indexOf("GraphQL"), row).await("(*) GraphQL API");
      session.click(line.indexOf("PostgreSQL"), row).await("(*) PostgreSQL");
    }
  }

  @Test
  void aSmallWindowScrollsToTheFieldOneIsAt() {
    try (Session<ExportResult> session = refused().resize(60, 18)) {
      toApi(session);
      session.press(KeyType.Tab).type(URL);
      for (int i = 0; i < 6; i++) {
        session.press(KeyType.Tab).type("a-" + i + ": b");
      }
      session.press(KeyType.Tab, KeyType.Tab, KeyType.Tab);
      session.press(KeyType.ArrowDown, KeyType.ArrowDown, KeyType.ArrowDown);
      assertTrue(session.line("›").contains("Migrate endpoint"), session.text());
      session.type(URL).press(KeyType.Tab, KeyType.Tab).type("x: y");
      assertTrue(session.line("›").contains("Migrate header"), session.text());
      assertTrue(session.text().contains("Connection\n refused"), session.text());
    }
  }

  @Test
  void aPastedTokenGoesInWithoutItsLineEnd() {
    try (Session<ExportResult> session = refused()) {
      toApi(session);
      session.press(KeyType.Tab).type(URL).press(KeyType.Tab).send(new TypedText(TOKEN + "\n"));
      session.press(KeyType.Enter).await("Select a database");
      assertEquals(TOKEN, ((ApiFields) tried.get()).token());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "60, 18, NONE", "80, 24, NONE", "200, 60, NONE",
    "60, 18, TRUE_COLOR", "80, 24, TRUE_COLOR", "200, 60, TRUE_COLOR"
  })
  void theFormLooksAsKept(int columns, int rows, ColorDepth depth) {
    script.refuse = 1;
    boolean colour = depth != ColorDepth.NONE;
    String suffix = "." + columns + "x" + rows + (colour ? ".colour" : ".mono") + ".txt";
    try (Session<ExportResult> session =
        new Session<>(columns, rows, depth, wizard -> wizard.run(script))) {
      session.await("Is the server running");
      toApi(session);
      keep(session, "01-connection-api", suffix);
      session.press(KeyType.Tab).type(URL).press(KeyType.Tab).type(TOKEN);
      keep(session, "01-connection-api-token", suffix);
      refusal.set(
          Optional.of(
              Failure.failed(
                  "graphql-unauthorized",
                  URL + " does not know who is asking (401).",
                  "The token may have expired, or be another API's.")));
      session.press(KeyType.Enter).await("(401)").press(KeyType.Tab).type("apikey: k3y");
      session.press(KeyType.Tab, KeyType.Tab, KeyType.Tab).type(URL).press(KeyType.Tab);
      keep(session, "01-connection-api-refused", suffix);
    }
  }

  private static void keep(Session<?> session, String name, String suffix) {
    String styles = suffix.contains("colour") ? "--\n" + Golden.styles(session.screen()) : "";
    Golden.check(SCREENS.resolve(name + suffix), session.text() + styles);
  }
}
