package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.RecordedApi;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An API that shows less than the database has, or under other names, or as other types. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphQlShapesTest {
  private static final String MIGRATE = "shop-service/deploy/migrate/";

  private SortedMap<String, String> expected = new TreeMap<>();
  private ShopExport shop;

  @BeforeAll
  void exportBySql(@TempDir Path folder) throws IOException {
    String database = TestServer.shared().createDatabase();
    try {
      TestServer.shared().execute(database, RecordedApi.sample());
      TestServer.shared().execute(database, GraphQlDialectsTest.AS_JAVASCRIPT);
      expected = new ShopExport(folder).bySql(database);
    } finally {
      TestServer.shared().dropDatabase(database);
    }
  }

  @BeforeEach
  void workspace(@TempDir Path folder) throws IOException {
    shop = new ShopExport(folder);
  }

  private SortedMap<String, String> through(
      UnaryOperator<String> schema, UnaryOperator<String> rows) {
    return shop.through(new RecordedApi(RecordedApi.Kind.CONSTRUCTIVE, schema, rows));
  }

  private static UnaryOperator<String> replace(String pattern, String with) {
    return text -> {
      String changed = text.replaceAll(pattern, with);
      // The recordings hold two schemas; only one has what is changed.
      assertTrue(!changed.equals(text) || text.contains("SqlAction"), pattern);
      return changed;
    };
  }

  private void assertWarned(String... words) {
    for (String word : words) {
      assertTrue(shop.err().contains(word), shop::err);
    }
  }

  @Test
  void aTableThatIsNotExposedIsNamedAndTheOthersAreExported() {
    SortedMap<String, String> files =
        through(replace("(?m)^  domains\\(.*\n", ""), UnaryOperator.identity());
    assertFalse(files.containsKey(MIGRATE + "domains.sql"));
    assertTrue(expected.containsKey(MIGRATE + "domains.sql"));
    assertEquals(expected.get(MIGRATE + "field.sql"), files.get(MIGRATE + "field.sql"));
    assertWarned("Tables the API does not show", "routing_public.domains");
  }

  @Test
  void aColumnThatIsNotExposedIsNamedAndLeftOut() {
    SortedMap<String, String> files =
        through(replace("(?m)^  defaultValue: .*\n", ""), UnaryOperator.identity());
    String field = String.valueOf(files.get(MIGRATE + "field.sql"));
    assertFalse(field.contains("default_value,"), field);
    assertTrue(field.contains("default_value_ast,"), field);
    assertEquals(expected.get(MIGRATE + "table.sql"), files.get(MIGRATE + "table.sql"));
    assertWarned("The API does not show these columns", "metaschema_public.field.default_value");
  }

  @Test
  void aTypeThatASmartTagRenamedIsFoundByItsColumns() {
    ShopExport.assertSame(
        expected,
        through(
            replace("\\bField(Connection|Edge|Filter|OrderBy|)\\b", "Attribute$1")
                    .andThen(replace("(?m)^  fields\\(", "  attributes("))
                ::apply,
            replace("\"fields\":", "\"attributes\":")));
  }

  @Test
  void aColumnThatASmartTagRenamedIsFoundByItsNeighbours() {
    ShopExport.assertSame(
        expected,
        through(replace("\\blangName:", "language:"), replace("\"langName\"", "\"language\"")));
  }

  @Test
  void labelsOfADocumentedEnumAreThoseOfPostgres() {
    SortedMap<String, String> files = through(UnaryOperator.identity(), UnaryOperator.identity());
    assertTrue(files.get(MIGRATE + "field.sql").contains("'core'"));
    assertFalse(files.get(MIGRATE + "field.sql").contains("'CORE'"));
    assertFalse(shop.err().contains("enum"), shop::err);
  }

  @Test
  void labelsOfAnotherEnumAreTakenForSmallLettersAndNamed() {
    ShopExport.assertSame(
        expected,
        through(
            replace("(?m)^  strategy: String\\b", "  strategy: Strategy")
                    .andThen(schema -> schema + "\nenum Strategy {\n  RANGE\n  LIST\n}\n")
                ::apply,
            replace("\"range\"", "\"RANGE\"")));
    assertWarned(
        "labels of enums in capitals", "list/range", "metaschema_public.partition.strategy");
  }

  @Test
  void intervalsListsAndJsonAreWhatPostgresWrites() {
    SortedMap<String, String> files = through(UnaryOperator.identity(), UnaryOperator.identity());
    String partition = String.valueOf(files.get(MIGRATE + "partition.sql"));
    assertTrue(partition.contains("'1 year 2 mons 3 days 04:05:06.789'"), partition);
    assertTrue(partition.contains("'-1 mons +2 days -03:04:05.678901'"), partition);
    String procedure = String.valueOf(files.get(MIGRATE + "procedure.sql"));
    assertTrue(procedure.contains("'{a,\"b c\",NULL}'"), procedure);
    String sessions = String.valueOf(files.get(MIGRATE + "sessions_module.sql"));
    assertTrue(sessions.contains("\"\\\\\"text\\\\\"\""), sessions);
    assertWarned("spacing and repeated keys of json");
    assertFalse(shop.err().contains("JSON's null"), shop::err);
    assertFalse(shop.err().contains("interval"), shop::err);
  }

  /** The server's filter tells of the others that they are what they came as. */
  @Test
  void intervalsThatMayBeOthersAreNamedWhereNothingTells() {
    through(replace("(?m)^  (retention|grace): IntervalFilter\n", ""), UnaryOperator.identity());
    assertWarned(
        "infinite interval as NULL, which these may be: metaschema_public.partition.retention",
        "fraction of negative seconds, which these intervals may have had:"
            + " metaschema_modules_public.sessions_module.grace");
  }

  /** As to a role that may not insert: there is no input that tells columns from other fields. */
  @Test
  void aFieldOfADocumentedTableThatNothingTellsToBeAColumnIsNamedAndLeftOut() {
    SortedMap<String, String> files =
        through(
            replace("(?m)^(type Field \\{\n)", "$1  pretty: String\n  sortable: String\n")
                    .andThen(replace("(?m)^(enum FieldOrderBy \\{\n)", "$1  SORTABLE_ASC\n"))
                ::apply,
            UnaryOperator.identity());
    String field = String.valueOf(files.get(MIGRATE + "field.sql"));
    assertFalse(field.contains("pretty"), field);
    assertTrue(field.contains("sortable"), field);
    assertWarned("does not tell whether these are columns", "metaschema_public.field.pretty.");
  }

  @Test
  void anObjectThatIsNoIntervalIsNamedAndLeftOut() {
    SortedMap<String, String> files =
        through(
            replace("(?m)^  years: Int\n", "  decades: Int\n"),
            replace("\"years\"", "\"decades\""));
    assertFalse(files.get(MIGRATE + "partition.sql").contains("retention"));
    assertWarned("The API has these in parts only", "metaschema_public.partition.retention");
  }
}
