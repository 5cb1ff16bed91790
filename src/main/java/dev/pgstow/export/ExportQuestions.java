package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.prompt.Answers;
import dev.pgstow.prompt.Choice;
import dev.pgstow.prompt.Question;
import dev.pgstow.prompt.Questionnaire;
import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.source.DatabaseEntry;
import dev.pgstow.source.SchemaEntry;
import dev.pgstow.workspace.ExtensionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The documented prompt order of an export, once for every front end. */
public final class ExportQuestions {
  /** The PostgreSQL database. */
  public static final String DATABASE = "database";

  /** The row of {@code metaschema_public.database}. */
  public static final String DATABASE_ID = "database-id";

  /** {@code Name <email>}. */
  public static final String AUTHOR = "author";

  /** Name of the extension module. */
  public static final String EXTENSION_NAME = "extension-name";

  /** Name of the service module. */
  public static final String META_EXTENSION_NAME = "meta-extension-name";

  /** Schema names. */
  public static final String SCHEMAS = "schemas";

  /** The switch on the schemas' screen. */
  public static final String KEEP_UNSELECTED = "keep-unselected";

  private final ExportWorld world;

  /** Questions about a world. */
  public ExportQuestions(ExportWorld world) {
    this.world = world;
  }

  /** The questions, in order. */
  public Questionnaire questionnaire() {
    return new Questionnaire(
        "export",
        List.of(database(), databaseId(), author(), extensionName(), metaName(), schemas()));
  }

  private Question database() {
    return new Question.Pick(
        DATABASE,
        "--database",
        "Select a database",
        answers -> true,
        this::databases,
        answers -> world.databaseHint().filter(world.databases()::contains),
        answers -> onlyDatabase(),
        choice -> world.kind(choice.value()));
  }

  private List<Choice> databases(Answers answers) {
    boolean given =
        answers.origin(DATABASE).filter(origin -> origin == Answers.Origin.FLAG).isPresent();
    // One that was named is not looked up in a list: connecting to it tells.
    return (given ? answers.list(DATABASE).orElse(List.of()) : world.databases())
        .stream().map(name -> new Choice(name, name, List.of())).toList();
  }

  private Optional<String> onlyDatabase() {
    List<String> all = world.databases();
    List<String> users = all.stream().filter(name -> !name.equals("postgres")).toList();
    List<String> candidates = users.isEmpty() ? all : users;
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private Question databaseId() {
    return new Question.Pick(
        DATABASE_ID,
        "--database-id",
        "Select database_id",
        answers -> true,
        answers -> entries(answers).stream().map(ExportQuestions::choice).toList(),
        answers -> world.remembered(DATABASE_ID, answers).map(values -> values.get(0)),
        answers ->
            entries(answers).size() == 1
                ? Optional.of(entries(answers).get(0).id().toString())
                : Optional.empty(),
        choice -> "");
  }

  private List<DatabaseEntry> entries(Answers answers) {
    return world.source(answers.text(DATABASE).orElseThrow()).databases();
  }

  private static Choice choice(DatabaseEntry entry) {
    List<String> details = new ArrayList<>();
    details.add(entry.id().toString());
    details.add(count(entry.schemas(), "schema"));
    entry.actions().ifPresent(actions -> details.add(count(actions, "action")));
    return new Choice(entry.id().toString(), entry.name(), details);
  }

  private Question author() {
    return new Question.Text(
        AUTHOR,
        "--author",
        "Author",
        answers -> true,
        answers -> remembered(AUTHOR, answers).orElseGet(world::author),
        (answers, text) ->
            text.isBlank()
                ? Optional.of("The author can't be empty.")
                : text.codePoints().anyMatch(Character::isISOControl)
                    ? Optional.of("The author must be one line.")
                    : Optional.empty());
  }

  private Question extensionName() {
    return new Question.Text(
        EXTENSION_NAME,
        "--extension-name",
        "Extension name",
        answers -> true,
        answers -> remembered(EXTENSION_NAME, answers).orElseGet(() -> legalName(answers)),
        (answers, text) -> illegal(text));
  }

  private String legalName(Answers answers) {
    String name = entry(answers).map(DatabaseEntry::name).orElse("database");
    String legal =
        name.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[^a-z]+", "")
            .replaceAll("-+$", "");
    String cut = legal.length() > 48 ? legal.substring(0, 48).replaceAll("-+$", "") : legal;
    return cut.isEmpty() ? "database" : cut;
  }

  private Optional<DatabaseEntry> entry(Answers answers) {
    Optional<String> id = answers.text(DATABASE_ID);
    return entries(answers).stream()
        .filter(entry -> id.filter(entry.id().toString()::equals).isPresent())
        .findFirst();
  }

  private Question metaName() {
    return new Question.Text(
        META_EXTENSION_NAME,
        "--meta-extension-name",
        "Meta extension name",
        answers -> true,
        answers ->
            remembered(META_EXTENSION_NAME, answers)
                .orElseGet(() -> answers.text(EXTENSION_NAME).orElse("") + "-service"),
        (answers, text) ->
            answers.text(EXTENSION_NAME).filter(text::equals).isPresent()
                ? Optional.of("That is the extension module's name; the two must differ.")
                : illegal(text));
  }

  private static Optional<String> illegal(String name) {
    try {
      ExtensionName.check(name);
      return Optional.empty();
    } catch (Failure failure) {
      return Optional.of(failure.getMessage());
    }
  }

  private Question schemas() {
    return new Question.Tick(
        SCHEMAS,
        "--schemas",
        "Schemas",
        answers -> true,
        answers -> schemaEntries(answers).stream().map(entry -> choice(entry, answers)).toList(),
        this::tickedSchemas,
        values -> values.isEmpty() ? Optional.of("Choose at least one schema.") : Optional.empty(),
        Optional.of(
            new Question.Toggle(
                KEEP_UNSELECTED,
                "--keep-unselected",
                'u',
                "An unticked schema is left out.",
                "An unticked schema is kept, under its internal name.")));
  }

  private List<String> tickedSchemas(Answers answers) {
    List<String> all = schemaEntries(answers).stream().map(SchemaEntry::schemaName).toList();
    Optional<List<String>> before =
        world
            .remembered(SCHEMAS, answers)
            .map(names -> names.stream().filter(Set.copyOf(all)::contains).toList())
            .filter(names -> !names.isEmpty());
    return before.orElse(all);
  }

  private List<SchemaEntry> schemaEntries(Answers answers) {
    UUID id = UUID.fromString(answers.text(DATABASE_ID).orElseThrow());
    List<SchemaEntry> schemas = world.source(answers.text(DATABASE).orElseThrow()).schemas(id);
    if (schemas.isEmpty()) {
      throw SchemaSelection.none(entry(answers).map(DatabaseEntry::name).orElse(id.toString()));
    }
    return schemas;
  }

  private static Choice choice(SchemaEntry schema, Answers answers) {
    String portable =
        SchemaRenamer.portableName(answers.text(EXTENSION_NAME).orElse(""), schema.name());
    return new Choice(
        schema.schemaName(),
        schema.schemaName(),
        List.of(portable, count(schema.tables(), "table")),
        List.of(schema.name()));
  }

  private Optional<String> remembered(String question, Answers answers) {
    return world.remembered(question, answers).map(values -> values.get(0));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
