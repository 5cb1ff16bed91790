package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Question;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import dev.pgstow.wizard.Ask;
import dev.pgstow.wizard.Detour;
import dev.pgstow.wizard.DriftFinding;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wizard's other ways do what the commands they name do. */
class DetoursTest {
  private static final String SCHEMA =
      """
      CREATE SCHEMA app;
      CREATE TABLE app.users (id integer PRIMARY KEY, name text NOT NULL);
      INSERT INTO app.users SELECT n, 'user ' || n FROM generate_series(1, 30) AS n;
      CREATE TABLE app."Odd.Table" (id integer REFERENCES app.users);
      CREATE SCHEMA other;
      CREATE VIEW other.named AS SELECT id FROM app.users WHERE name <> '';
      """;
  private static final Map<String, List<String>> HERE =
      Map.of(DriftDetour.SCRATCH, List.of(DriftDetour.HERE));

  @TempDir Path temp;

  private final TestServer server = TestServer.shared();
  private final Function<Outcome, Outcome> told = outcome -> outcome;
  private String database;
  private DetourSite site;

  @BeforeEach
  void create() throws IOException {
    database = server.createDatabase();
    server.execute(database, SCHEMA);
    site = AnsweredDetour.site(temp.toRealPath(), database);
  }

  @AfterEach
  void drop() {
    server.dropDatabase(database);
  }

  private AnsweredDetour dump(Map<String, List<String>> given) {
    return AnsweredDetour.of(new DumpDetour(site, told), given);
  }

  private AnsweredDetour data(Map<String, List<String>> given) {
    return AnsweredDetour.of(new DataDetour(site, told), given);
  }

  private int recorded() throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM pgpm_migrate.changes")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static List<String> labels(Detour detour) {
    return List.of(detour.words().label());
  }

  @Test
  void aDumpIsWhatTheCommandItNamesWrites() {
    Outcome outcome = dump(Map.of()).run();
    assertTrue(
        outcome.headline().matches("Wrote \\d+ objects of .* to schema in .*"), "" + outcome);
    Map<String, String> files = Trees.read(temp.resolve("schema"));
    assertTrue(files.containsKey("tables/app.users.sql"), files.keySet().toString());
    Cli cli = new Cli(temp);
    assertEquals(0, cli.run(AnsweredDetour.again(outcome)), cli::err);
    assertTrue(cli.out().contains("0 new, 0 changed, 0 removed"), cli.out());
    assertEquals(files, Trees.read(temp.resolve("schema")));
  }

  @Test
  void noPasswordIsInAnOutcomeOrReview() {
    AnsweredDetour dump = dump(Map.of());
    assertFalse(dump.run().toString().contains("s3cret"));
    assertFalse(dump.detour().review(dump.answers()).toString().contains("s3cret"));
    assertFalse(data(Map.of()).run().toString().contains("s3cret"));
  }

  @Test
  void schemasAreOfferedWithCountsAndUntickedOnesLeftOut() {
    AnsweredDetour dump = dump(Map.of(DumpQuestions.SCHEMAS, List.of("app", "public")));
    Question.Tick schemas = (Question.Tick) dump.detour().questionnaire().questions().get(4);
    assertEquals(
        List.of("", "2 tables", "0 views", "0 routines"),
        schemas.options().apply(dump.answers()).get(0).details());
    Outcome outcome = dump.run();
    assertFalse(Files.exists(temp.resolve("schema/views/other.named.sql")));
    assertTrue(outcome.lines().toString().contains("--exclude-schemas other"), "" + outcome);
  }

  @Test
  void ownersAndGrantsCanBeLeftOut() {
    Outcome outcome = dump(Map.of(DumpPlan.CARRIED, List.of())).run();
    assertFalse(
        Trees.read(temp.resolve("schema")).get("tables/app.users.sql").contains("OWNER TO"));
    assertTrue(outcome.lines().toString().contains("--no-owner --no-privileges"), "" + outcome);
  }

  @Test
  void anUnchangedDumpAsksNothingAndAChangedOneShowsWhatChanges() {
    dump(Map.of()).run();
    try (Detour.Staged staged = dump(Map.of()).stage()) {
      assertEquals(Optional.empty(), staged.question());
    }
    server.execute(database, "CREATE TABLE app.later ()");
    try (Detour.Staged staged = dump(Map.of()).stage()) {
      Ask.YesNo ask = assertInstanceOf(Ask.YesNo.class, staged.question().orElseThrow());
      assertEquals("Replace the dump in schema?", ask.question());
      assertTrue(ask.lines().get(0).startsWith("1 new   2 changed   0 removed"), "" + ask);
      assertTrue(ask.suggestion());
    }
    assertFalse(Files.exists(temp.resolve("schema/tables/app.later.sql")));
  }

  @Test
  void filesEditedByHandAreNamedAndNoIsSuggested() throws IOException {
    dump(Map.of()).run();
    Path edited = temp.resolve("schema/tables/app.users.sql");
    Files.writeString(edited, "-- mine\n");
    try (Detour.Staged staged = dump(Map.of()).stage()) {
      Ask.YesNo ask = assertInstanceOf(Ask.YesNo.class, staged.question().orElseThrow());
      assertEquals("Overwrite 1 file in schema?", ask.question());
      assertTrue(ask.lines().contains("tables/app.users.sql"), "" + ask);
      assertFalse(ask.suggestion());
    }
    assertEquals("-- mine\n", Files.readString(edited));
  }

  @Test
  void aFolderOfSomebodyElseIsNotWrittenToWithoutAYes() throws IOException {
    Files.createDirectory(temp.resolve("schema"));
    Files.writeString(temp.resolve("schema/notes.txt"), "mine\n");
    try (Detour.Staged staged = dump(Map.of()).stage()) {
      Ask.YesNo ask = assertInstanceOf(Ask.YesNo.class, staged.question().orElseThrow());
      assertEquals("schema is not empty. Write the dump into it?", ask.question());
      assertFalse(ask.suggestion());
      staged.commit();
    }
    assertEquals("mine\n", Files.readString(temp.resolve("schema/notes.txt")));
    assertTrue(Files.exists(temp.resolve("schema/load.sql")));
  }

  @Test
  void aFolderThatIsNoneIsRefusedWhereItIsTyped() throws IOException {
    Files.writeString(temp.resolve("file"), "");
    assertEquals(Optional.of("That is a file."), DumpQuestions.folderProblem(site, "file"));
    assertTrue(DumpQuestions.folderProblem(site, " ").isPresent());
    assertTrue(DumpQuestions.folderProblem(site, ".").isPresent());
    assertTrue(DumpQuestions.folderProblem(site, "a\0b").isPresent());
    assertEquals(Optional.empty(), DumpQuestions.folderProblem(site, "db/schema"));
  }

  @Test
  @Tag("thorough")
  void aPackageIsOfferedForAdoptionAndRecorded() throws Exception {
    Outcome outcome =
        dump(Map.of(
                DumpQuestions.LAYOUT, List.of(DumpQuestions.PACKAGE),
                DumpQuestions.MODULE, List.of("shop"),
                DumpQuestions.AUTHOR, List.of("Ada <ada@example.com>")))
            .run();
    assertTrue(Files.exists(temp.resolve("packages/shop/pgpm.plan")));
    assertEquals(
        List.of("Adopt", "Compare"),
        outcome.next().stream().map(next -> next.words().button()).toList());
    Outcome adopted = AnsweredDetour.of(outcome.next().get(0), HERE).run();
    assertTrue(adopted.headline().matches("Recorded \\d+ changes as deployed in .*"), "" + adopted);
    assertTrue(recorded() > 3);
    Outcome compared = AnsweredDetour.of(outcome.next().get(1), HERE).run();
    assertEquals("drift: clean — every live object is declared in source.", compared.headline());
  }

  @Test
  void aPackageThatIsThereIsComparedFileByFile() {
    Map<String, List<String>> packaged =
        Map.of(
            DumpQuestions.LAYOUT, List.of(DumpQuestions.PACKAGE),
            DumpQuestions.MODULE, List.of("shop"));
    dump(packaged).run();
    try (Detour.Staged staged = dump(packaged).stage()) {
      assertInstanceOf(Ask.Overwrite.class, staged.question().orElseThrow());
    }
  }

  @Test
  @Tag("thorough")
  void anAdoptionIsRefusedWhereAnObjectIsMissing() {
    Outcome outcome =
        dump(Map.of(
                DumpQuestions.LAYOUT, List.of(DumpQuestions.PACKAGE),
                DumpQuestions.MODULE, List.of("shop")))
            .run();
    server.execute(database, "DROP VIEW other.named");
    AnsweredDetour adopt = AnsweredDetour.of(outcome.next().get(0), HERE);
    Failure failure = assertThrows(Failure.class, adopt::run);
    assertEquals("adopt-refused", failure.ident());
    assertTrue(String.valueOf(failure.getMessage()).contains("view other.named"), "" + failure);
  }

  @Test
  void whatSomebodyAddedIsListedAndPulled() {
    Outcome dumped = dump(Map.of()).run();
    server.execute(database, "CREATE TABLE app.hotfix (id integer)");
    AnsweredDetour drift = AnsweredDetour.of(dumped.next().get(0), HERE);
    try (Detour.Staged staged = drift.stage()) {
      Ask.Pull pull = assertInstanceOf(Ask.Pull.class, staged.question().orElseThrow());
      assertEquals("table app.hotfix", pull.findings().get(0).object());
      assertEquals(DriftFinding.Kind.UNDECLARED, pull.findings().get(0).kind());
      Outcome left = staged.declined().orElseThrow();
      assertFalse(left.isGood());
      assertTrue(left.lines().toString().contains("pgstow pull"), "" + left);
      assertFalse(Files.exists(temp.resolve("schema/_pulled")));
      assertEquals("Pulled 1 undeclared live object(s)", staged.commit().headline());
    }
    assertEquals(1, Trees.read(temp.resolve("schema/_pulled")).size());
    assertEquals("drift: clean — every live object is declared in source.", drift.run().headline());
  }

  @Test
  void sourcesNearbyAreOfferedOnceThereAreAny() {
    Detours detours = new Detours();
    assertEquals(
        List.of("Write its schema to files", "Export its table data"),
        detours.of(site).stream().flatMap(it -> labels(it).stream()).toList());
    dump(Map.of(DumpQuestions.OUTPUT, List.of("db"))).run();
    dump(Map.of(DumpQuestions.LAYOUT, List.of(DumpQuestions.PACKAGE))).run();
    assertEquals(4, detours.of(site).size());
    assertEquals(
        List.of("folder", "module"),
        new Sources(site).choices().stream().map(choice -> choice.details().get(0)).toList());
  }

  @Test
  void dataIsWhatTheCommandItNamesWrites() {
    Outcome outcome = data(Map.of()).run();
    assertTrue(outcome.headline().startsWith("Exported 2 tables, 30 rows of "), "" + outcome);
    Map<String, String> files = Trees.read(temp.resolve("migration-data"));
    assertTrue(files.containsKey("metadata.json"), files.keySet().toString());
    Cli cli = new Cli(temp);
    assertEquals(0, cli.run(AnsweredDetour.again(outcome)), cli::err);
    assertEquals(
        files.get("app.users.json"),
        Trees.read(temp.resolve("migration-data")).get("app.users.json"));
  }

  @Test
  void onlyTickedTablesAreExportedInTheFormatThatWasChosen() {
    AnsweredDetour data =
        data(
            Map.of(
                DataQuestions.TABLES, List.of("app.\"Odd.Table\""),
                DataQuestions.FORMAT, List.of("ndjson")));
    Review review = data.detour().review(data.answers());
    assertEquals(1, review.outputs().size());
    assertTrue(review.outputs().get(0).label().endsWith(".ndjson"), "" + review);
    Outcome outcome = data.run();
    assertTrue(outcome.headline().startsWith("Exported 1 table, 0 rows"), "" + outcome);
    assertTrue(outcome.lines().toString().contains("--table 'app.\"Odd.Table\"'"), "" + outcome);
  }

  @Test
  void aFinishedExportIsReplacedOnlyAfterAYes() {
    AnsweredDetour data = data(Map.of());
    assertEquals(Optional.empty(), data.detour().before(data.answers()));
    data.run();
    Ask.YesNo ask =
        assertInstanceOf(Ask.YesNo.class, data.detour().before(data.answers()).orElseThrow());
    assertEquals("Replace the export in migration-data?", ask.question());
    assertFalse(ask.suggestion());
    assertTrue(data.run().isGood());
  }

  @Test
  void anUnfinishedExportCanBeGoneOnWithOrNot() throws IOException {
    AnsweredDetour data = data(Map.of());
    assertEquals(List.of(), data.detour().review(data.answers()).options());
    Files.createDirectory(temp.resolve("migration-data"));
    Files.writeString(temp.resolve("migration-data/.pgstow-data.journal"), "{}\n");
    Review.Option option = data.detour().review(data.answers()).options().get(0);
    assertEquals("go on with the tables finished earlier", option.label());
    assertTrue(option.on());
  }
}
