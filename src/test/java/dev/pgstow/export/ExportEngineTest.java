package dev.pgstow.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.source.SqlAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportEngineTest {
  private static final String APP = "shop-1772-a8eb-app";
  private static final String V2 = "shop-1772-a8eb-app-v2";

  @TempDir Path packages;

  private final FakeSource source =
      new FakeSource()
          .schema("app", APP)
          .schema("app-v2", V2)
          .table("database", List.of("name"), FakeSource.row("db", "shop"));

  @BeforeEach
  void actions() {
    source.action("schemas/" + APP + "/schema", "CREATE SCHEMA \"" + APP + "\";");
    source.action("schemas/" + V2 + "/schema", "CREATE SCHEMA \"" + V2 + "\";");
  }

  private ExportRequestBuilder request() {
    return ExportRequest.builder(FakeSource.DATABASE)
        .author("A <a@example.com>")
        .extensionName("crm")
        .outdir(packages);
  }

  private ExportResult export(ExportRequestBuilder request) throws IOException {
    try (StagedExport staged =
        new ExportEngine().stage(request.build(), source, ProgressListener.none())) {
      return staged.commit();
    }
  }

  private Failure refused(ExportRequestBuilder request) {
    Failure failure = assertThrows(Failure.class, () -> export(request));
    assertEquals(List.of(), left());
    return failure;
  }

  private List<String> left() {
    try (Stream<Path> files = Files.list(packages)) {
      return files.map(Path::toString).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(packages.resolve(file));
  }

  private List<String> plan(String module) throws IOException {
    return read(module + "/pgpm.plan").lines().filter(line -> line.contains("2017-")).toList();
  }

  @Test
  void bothModulesAreWritten() throws IOException {
    source.action(
        "schemas/" + APP + "/tables/a/table",
        "CREATE TABLE \"" + APP + "\".a ();",
        "schemas/" + APP + "/schema");
    ExportResult result = export(request());
    assertEquals(3, result.extension().orElseThrow().changes());
    assertEquals(
        "-- Deploy: schemas/crm_app/tables/a/table\n-- made with pgstow\n\n"
            + "-- requires: schemas/crm_app/schema\n\n\nCREATE TABLE \"crm_app\".a ();\n\n",
        read("crm/deploy/schemas/crm_app/tables/a/table.sql"));
    assertTrue(
        plan("crm")
            .get(2)
            .startsWith("schemas/crm_app/tables/a/table [schemas/crm_app/schema] 2017-08-11T08"));
    assertTrue(read("crm-service/deploy/migrate/database.sql").contains("'shop'"));
    assertTrue(read("crm/crm.control").contains("requires = 'plpgsql,citext'"));
  }

  @Test
  void aChangeThatComesBeforeWhatItNeedsIsPlannedAfterIt() throws IOException {
    source.action("schemas/" + APP + "/b", "SELECT 1;", "schemas/" + APP + "/a");
    source.action("schemas/" + APP + "/a", "SELECT 1;");
    export(request());
    List<String> names = plan("crm").stream().map(line -> line.split(" ")[0]).toList();
    assertEquals(List.of("schemas/crm_app/a", "schemas/crm_app/b"), names.subList(2, 4));
  }

  @Test
  void aRegistrationMustNotTakeAMetadataTablesPlace() {
    for (String name : List.of("migrate/database", "migrate/DATABASE", "migrate/database.sql/x")) {
      source.registration(name, "INSERT INTO metaschema_public.partition VALUES (1);");
      assertEquals("change-is-a-tables", refused(request()).ident(), name);
      source.actions.remove(source.actions.size() - 1);
    }
  }

  @Test
  void aCircleIsNamed() {
    source.action("a", "SELECT 1;", "b");
    source.action("b", "SELECT 1;", "a");
    Failure failure = refused(request());
    assertEquals("dependency-cycle", failure.ident());
    assertTrue(failure.getMessage().contains("a -> b -> a"), failure.getMessage());
  }

  @Test
  void aTableNoChangeCanBeNamedAfterIsNamed() throws IOException {
    for (String name : List.of("odd table", "a?b", "Con")) {
      source.table(name, List.of("name"), FakeSource.row("x", "x"));
      Failure failure = refused(request());
      assertEquals("table-name-unsafe", failure.ident(), name);
      assertTrue(failure.getMessage().contains("metaschema_public." + name), failure.getMessage());
      assertTrue(failure.hint().contains("--exclude-table"), failure.hint());
      source.tables.keySet().removeIf(table -> table.name().equals(name));
    }
    source.table("Database", List.of("name"), FakeSource.row("x", "x"));
    Failure failure = refused(request());
    assertEquals("table-name-twin", failure.ident());
    assertTrue(failure.getMessage().contains("metaschema_public.database"), failure.getMessage());
    source.tables.keySet().removeIf(table -> table.name().equals("Database"));
    source.table("an empty one", List.of("name"));
    export(request());
  }

  @Test
  void namesInTwoUnicodeFormsAreTwins() {
    source.action("tables/\u00e9", "SELECT 1;");
    source.action("tables/e\u0301", "SELECT 1;");
    assertEquals("change-case-twins", refused(request()).ident());
  }

  @Test
  void badRowsAreNamed() {
    for (List<String> bad :
        List.of(
            List.of("../x", "change-name-unsafe"),
            List.of("/etc/passwd", "change-name-unsafe"),
            List.of("a\0b", "change-name-unsafe"),
            List.of("x".repeat(300), "change-name-unsafe"),
            List.of("schemas/" + APP + "/schema", "change-duplicate"),
            List.of("schemas/" + APP + "/SCHEMA", "change-case-twins"))) {
      source.action(bad.get(0), "SELECT 1;");
      Failure failure = refused(request());
      assertEquals(bad.get(1), failure.ident(), bad.get(0));
      assertTrue(failure.getMessage().contains("3"), failure.getMessage());
      assertEquals(ExitCode.FAILED, failure.exitCode());
      source.actions.remove(2);
    }
  }

  @Test
  void badDependenciesAreNamed() {
    source.action("a", "SELECT 1;", "nowhere");
    assertEquals("dependency-missing", refused(request()).ident());
    source.actions.remove(2);
    source.action("a", "SELECT 1;", "b", "b");
    assertEquals("dependency-duplicate", refused(request()).ident());
    source.actions.remove(2);
    source.action("a", "SELECT 1;", "a");
    assertEquals("dependency-cycle", refused(request()).ident());
    source.actions.remove(2);
    source.action("a", "SELECT 1;", (String) null);
    assertEquals("dependency-empty", refused(request()).ident());
  }

  @Test
  void anEmptyDeployScriptIsNamed() {
    source.actions.add(new SqlAction("77", null, "a", List.of(), null, null, null, null));
    Failure failure = refused(request());
    assertEquals("action-empty", failure.ident());
    assertTrue(failure.getMessage().contains("Row 77"));
  }

  @Test
  void aLeftOutSchemaTakesItsChangesAndRowsAlong() throws IOException {
    source
        .table(
            "schema",
            List.of("schema_name"),
            new String[] {FakeSource.id(APP).toString(), FakeSource.DATABASE.toString(), APP},
            new String[] {FakeSource.id(V2).toString(), FakeSource.DATABASE.toString(), V2})
        .table(
            "index",
            List.of("table_id"),
            FakeSource.row("i1", FakeSource.id("t1").toString()),
            FakeSource.row("i2", FakeSource.id("t2").toString()))
        .table(
            "table",
            List.of("schema_id"),
            FakeSource.row("t1", FakeSource.id(APP).toString()),
            FakeSource.row("t2", FakeSource.id(V2).toString()));
    ExportResult result = export(request().schemas(List.of(APP)));
    assertEquals(1, result.extension().orElseThrow().changes());
    assertEquals(
        java.util.Map.of("database", 1L, "schema", 1L, "table", 1L, "index", 1L), result.rows());
    assertFalse(read("crm-service/deploy/migrate/index.sql").contains(FakeSource.id("i2") + ""));
    for (String file : List.of("schema", "table", "index")) {
      assertFalse(
          read("crm-service/deploy/migrate/" + file + ".sql").contains(FakeSource.id(V2) + ""));
    }
  }

  @Test
  void keepingUnselectedSchemasKeepsTheirInternalNames() throws IOException {
    export(request().schemas(List.of(APP)).keepUnselected(true));
    assertTrue(Files.exists(packages.resolve("crm/deploy/schemas/crm_app/schema.sql")));
    assertTrue(Files.exists(packages.resolve("crm/deploy/schemas/" + V2 + "/schema.sql")));
  }

  @Test
  void aKeptChangeThatNeedsALeftOutOneNamesBoth() {
    source.action("schemas/" + APP + "/x", "SELECT 1;", "schemas/" + V2 + "/schema");
    Failure failure = refused(request().schemas(List.of(APP)));
    assertEquals("dependency-left-out", failure.ident());
    assertTrue(failure.getMessage().contains("schemas/" + APP + "/x"));
    assertTrue(failure.getMessage().contains("schemas/" + V2 + "/schema"));
  }

  @Test
  void registrationsGoBehindTheMetadata() throws IOException {
    source.registration(
        "migrate/registry/p1",
        "INSERT INTO metaschema_public.partition (id) VALUES ('x');",
        "schemas/" + APP + "/schema");
    source.registration(
        "migrate/registry/p2",
        "INSERT INTO metaschema_public.partition (id) VALUES ('y');",
        "migrate/registry/p1");
    export(request());
    assertEquals(2, plan("crm").size());
    assertTrue(
        plan("crm-service")
            .get(1)
            .startsWith("migrate/registry/p1 [migrate/database crm:schemas/crm_app/schema] "));
    assertTrue(plan("crm-service").get(2).startsWith("migrate/registry/p2 [migrate/registry/p1] "));
    assertTrue(
        read("crm-service/crm-service.control")
            .contains("requires = 'plpgsql,metaschema-schema,crm'"));
  }

  @Test
  void aChangeThatNeedsARegistrationIsRefused() {
    source.registration("r", "INSERT INTO metaschema_public.partition (id) VALUES ('x');");
    source.action("a", "SELECT 1;", "r");
    assertEquals("dependency-moved", refused(request()).ident());
  }

  @Test
  void registrationsFollowWhatTheyNeed() throws IOException {
    source.registration("reg/a", "INSERT INTO metaschema_public.field VALUES (1);", "reg/b");
    source.registration("reg/b", "INSERT INTO metaschema_public.field VALUES (2);");
    export(request());
    List<String> plan = plan("crm-service");
    assertTrue(plan.get(1).startsWith("reg/b [migrate/database] "), plan.toString());
    assertTrue(plan.get(2).startsWith("reg/a [reg/b] "), plan.toString());
    assertTrue(read("crm-service/deploy/reg/a.sql").contains("VALUES (1);"));
    assertTrue(read("crm-service/verify/reg/b.sql").contains("SELECT 1;"));
  }

  @Test
  void registrationsInACircleAreNamed() {
    source.registration("reg/a", "INSERT INTO metaschema_public.field VALUES (1);", "reg/b");
    source.registration("reg/b", "INSERT INTO metaschema_public.field VALUES (2);", "reg/a");
    assertEquals("dependency-cycle", refused(request()).ident());
  }

  @Test
  void packagesThatRegistrationsNeedAreRequired() throws IOException {
    source.registration("reg/a", "INSERT INTO metaschema_public.field VALUES (1);", "pkg:x");
    Failure failure = refused(request().requires(new Requires.Listed(List.of("plpgsql"))));
    assertEquals("dependency-package-not-required", failure.ident());
    export(request());
    assertTrue(
        read("crm-service/crm-service.control")
            .contains("requires = 'plpgsql,metaschema-schema,pkg,crm'"));
  }

  @Test
  void rowsThatARegistrationCouldInsertAgainAreWarnedOf() throws IOException {
    source.registration("reg/a", "INSERT INTO metaschema_public.database SELECT 1;");
    List<String> warnings = export(request()).warnings();
    assertTrue(warnings.get(0).contains("metaschema_public.database"), warnings.toString());
  }

  @Test
  void whatBecameOfRegisteredRowsIsPutBackBehindTheRegistrations() throws IOException {
    source.table(
        "partition",
        List.of("name"),
        FakeSource.row("p", "now " + APP),
        FakeSource.row("q", "as registered"));
    String insert = "INSERT INTO metaschema_public.partition (id, database_id, name) VALUES ";
    source.registration("reg/a", insert + partition("p", "before"));
    source.registration("reg/b", insert + partition("q", "as registered"));
    ExportResult result = export(request());
    assertEquals(List.of(), result.warnings());
    List<String> plan = plan("crm-service");
    assertEquals(4, plan.size());
    assertTrue(plan.get(3).startsWith("migrate/registered_rows [reg/b] "), plan.toString());
    assertEquals(
        """
        -- Deploy: migrate/registered_rows
        -- made with pgstow

        -- requires: reg/b


        SET session_replication_role TO replica;

        UPDATE metaschema_public.partition SET
          name = 'now crm_app'
        WHERE id = '%s';

        SET session_replication_role TO DEFAULT;


        """
            .formatted(FakeSource.id("p")),
        read("crm-service/deploy/migrate/registered_rows.sql"));
    assertTrue(
        read("crm-service/verify/migrate/registered_rows.sql")
            .contains("'" + FakeSource.id("p") + "'"));
    assertFalse(Files.exists(packages.resolve("crm-service/deploy/migrate/partition.sql")));
    source.registration("migrate/Registered_rows", insert + partition("r", "x"));
    assertEquals(
        "change-is-a-tables", assertThrows(Failure.class, () -> export(request())).ident());
  }

  private static String partition(String id, String name) {
    return "('%s', '%s', '%s');".formatted(FakeSource.id(id), FakeSource.DATABASE, name);
  }

  @Test
  void rowsThatAnActionOfTheExtensionInsertsAreLeftToIt() throws IOException {
    source.table("metaschema_modules_public", "mine", List.of("name"), FakeSource.row("p", "x"));
    source.registration(
        "reg/a",
        "INSERT INTO metaschema_modules_public.mine (id, database_id, name) VALUES "
            + partition("p", "x"));
    export(request());
    assertTrue(plan("crm").get(2).startsWith("reg/a "));
    assertEquals(1, plan("crm-service").size());
    assertTrue(
        read("crm-service/crm-service.control")
            .contains("requires = 'plpgsql,metaschema-schema,crm'"));
  }

  @Test
  void anExtensionModuleWithoutChangesIsWarnedOf() throws IOException {
    source.actions.clear();
    source.registration("reg/a", "INSERT INTO metaschema_public.field VALUES (1);");
    assertTrue(export(request()).warnings().get(0).contains("it has no changes"));
  }

  @Test
  void namesOfOtherPackagesChangesAreNotRenamed() throws IOException {
    source.schema("billing", "billing");
    source.action("a", "SELECT 1;", "pkg:schemas/billing/schema");
    export(request());
    assertTrue(read("crm/deploy/a.sql").contains("-- requires: pkg:schemas/billing/schema\n"));
    assertTrue(plan("crm").get(2).startsWith("a [pkg:schemas/billing/schema] "));
  }

  @Test
  void dependenciesQualifiedWithTheModulesOwnNameAreLocal() throws IOException {
    source.action("a", "SELECT 1;", "crm:schemas/" + APP + "/schema");
    export(request());
    assertTrue(plan("crm").get(2).startsWith("a [schemas/crm_app/schema] "));
    source.action("b", "SELECT 1;", "crm:nowhere");
    assertEquals(
        "dependency-missing", assertThrows(Failure.class, () -> export(request())).ident());
  }

  @Test
  void aDependencyNoPlanCanHoldIsNamedWithItsRow() {
    source.action("a", "SELECT 1;", "pkg:x] 2017-01-01 y\n%project=evil");
    Failure failure = refused(request());
    assertEquals("dependency-unsafe", failure.ident());
    assertTrue(failure.getMessage().contains("Row 3"), failure.getMessage());
    assertEquals(ExitCode.FAILED, failure.exitCode());
  }

  @Test
  void theSourceIsToldWhichTablesAreLeftOut() throws IOException {
    List<String> excluded = List.of("services_public.ambiguous");
    export(request().excludeTables(excluded));
    assertEquals(excluded, source.options.excludeTables());
    new Surveyor().survey(request().excludeTables(excluded).build(), source, false);
    assertEquals(excluded, source.options.excludeTables());
  }

  @Test
  void excludedCategoriesAreLeftOut() throws IOException {
    source.actions.add(
        new SqlAction("3", "g", "grants/x", Arrays.asList(), "GRANT x;", "", "", "security"));
    ExportResult result = export(request().excludeCategories(List.of("security")));
    assertEquals(2, result.extension().orElseThrow().changes());
  }

  @Test
  void withoutActionsOnlyTheServiceModuleIsWritten() throws IOException {
    source.showsActions = false;
    ExportResult result = export(request());
    assertTrue(result.extension().isEmpty());
    assertEquals(1, result.warnings().size());
    assertFalse(Files.exists(packages.resolve("crm")));
    assertTrue(Files.exists(packages.resolve("crm-service/pgpm.plan")));
  }

  @Test
  void namesAreCheckedFirst() {
    assertEquals("module-names-equal", refused(request().metaExtensionName("crm")).ident());
    assertEquals(ExitCode.USAGE, refused(request().extensionName("Crm!")).exitCode());
    assertEquals("schema-unknown", refused(request().schemas(List.of("nope"))).ident());
    source.schemas.clear();
    assertEquals("no-schemas", refused(request()).ident());
  }

  @Test
  void aPackageDependencyMustBeRequired() throws IOException {
    source.action("a", "SELECT 1;", "other:thing");
    assertEquals(
        "dependency-package-not-required",
        refused(request().requires(new Requires.Listed(List.of("plpgsql")))).ident());
    export(request());
    assertTrue(read("crm/crm.control").contains("requires = 'plpgsql,citext,other'"));
    assertTrue(plan("crm").get(2).startsWith("a [other:thing] "));
  }
}
