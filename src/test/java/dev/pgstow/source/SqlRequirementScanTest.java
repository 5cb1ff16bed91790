package dev.pgstow.source;

import static dev.pgstow.source.SourceFixture.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlRequirementScanTest {
  private final SourceFixture fixture = new SourceFixture();

  @BeforeAll
  void deploy() {
    fixture.with(
        """
        CREATE EXTENSION btree_gist;
        CREATE EXTENSION pg_trgm;
        CREATE EXTENSION "uuid-ossp";
        CREATE SCHEMA "shop-1-app";
        CREATE SCHEMA "shop-1-auth";
        CREATE TABLE "shop-1-app".booking (
          room int, during tsrange, EXCLUDE USING gist (room WITH =, during WITH &&));
        CREATE TABLE "shop-1-auth".account (id uuid DEFAULT uuid_generate_v4());
        INSERT INTO pgpm_migrate.changes (package, change_name) VALUES
          ('pgpm-verify', 'procedures/verify_schema'),
          ('pgpm-types', 'schemas/public/schema'),
          ('pgpm-types', 'schemas/public/domains/email'),
          ('pgpm-inflection', 'schemas/inflection/schema'),
          ('pgpm-inflection', 'schemas/inflection/procedures/underscore'),
          ('metaschema-schema', 'schemas/metaschema_public/schema'),
          ('metaschema-schema', 'schemas/metaschema_public/tables/field/table'),
          ('metaschema-modules', 'schemas/metaschema_modules_public/schema'),
          ('metaschema-modules', 'schemas/services_public/tables/apis/table'),
          ('shop', 'schemas/shop-1-app/schema'),
          ('shop', 'procedures/shop_function');
        """);
  }

  @AfterAll
  void drop() {
    fixture.close();
  }

  private List<String> requires(String... scripts) {
    try (SqlSource source = fixture.open();
        ExportSnapshot snapshot = source.snapshot(SHOP, SnapshotOptions.defaults())) {
      RequirementScan scan = snapshot.requirementScan();
      for (String script : scripts) {
        scan.script(script);
      }
      return scan.extensionRequires();
    }
  }

  @Test
  void plpgsqlIsAlwaysRequired() {
    assertEquals(List.of("plpgsql"), requires());
    assertEquals(
        List.of("plpgsql"), requires("CREATE FUNCTION f() RETURNS int AS $$ $$ LANGUAGE plpgsql"));
  }

  @Test
  void functionsTypesAndOperatorClassesTellExtensions() {
    assertEquals(
        List.of("plpgsql", "citext", "pg_trgm", "pgcrypto"),
        requires(
            "CREATE TABLE x (a citext)",
            "CREATE INDEX ON x USING gin (a gin_trgm_ops)",
            "CREATE FUNCTION f() AS $$ SELECT crypt('a', gen_salt('bf')) $$"));
  }

  @Test
  void whatPostgresqlHasItselfNeedsNoExtension() {
    assertEquals(
        List.of("plpgsql"), requires("CREATE TABLE x (id uuid DEFAULT gen_random_uuid())"));
    assertEquals(
        List.of("plpgsql", "pgcrypto"),
        requires("CREATE TABLE x (id uuid DEFAULT public.gen_random_uuid())"));
    assertEquals(List.of("plpgsql"), requires("SELECT mine.crypt('a')"));
  }

  @Test
  void liveObjectsTellWhatScriptsDoNotName() {
    assertEquals(
        List.of("plpgsql", "btree_gist"),
        requires(
            "CREATE TABLE \"shop-1-app\".booking (room int, during tsrange,"
                + " EXCLUDE USING gist (room WITH =, during WITH &&))"));
    assertEquals(List.of("plpgsql", "uuid-ossp"), requires("CREATE SCHEMA \"shop-1-auth\""));
  }

  @Test
  void modulesAreToldBySchemaFunctionAndType() {
    assertEquals(
        List.of("plpgsql", "pgpm-verify", "pgpm-types", "pgpm-inflection"),
        requires(
            "SELECT inflection.underscore('x')",
            "CREATE TABLE x (contact email)",
            "SELECT verify_schema('x')"));
    assertEquals(List.of("plpgsql"), requires("SELECT email, inflection FROM x"));
  }

  @Test
  void aModuleDoesNotRequireItself() {
    assertEquals(
        List.of("plpgsql", "btree_gist"), requires("SELECT shop_function(\"shop-1-app\".x)"));
  }

  @Test
  void theServiceModuleRequiresWhoeverMadeItsTables() {
    try (SqlSource source = fixture.open();
        ExportSnapshot snapshot = source.snapshot(SHOP, SnapshotOptions.defaults())) {
      RequirementScan scan = snapshot.requirementScan();
      scan.table("services_public", "apis");
      scan.table("metaschema_public", "brand_new");
      scan.table("routing_public", "domains");
      assertEquals(
          List.of("plpgsql", "metaschema-schema", "metaschema-modules"), scan.serviceRequires());
    }
  }

  @Test
  void withoutLedgerThereAreNoModules() {
    try (SourceFixture other = new SourceFixture().with("DROP SCHEMA pgpm_migrate CASCADE");
        SqlSource source = other.open();
        ExportSnapshot snapshot = source.snapshot(SHOP, SnapshotOptions.defaults())) {
      RequirementScan scan = snapshot.requirementScan();
      scan.script("SELECT verify_schema('x')");
      scan.table("metaschema_public", "field");
      assertEquals(List.of("plpgsql"), scan.extensionRequires());
      assertEquals(List.of("plpgsql"), scan.serviceRequires());
    }
  }

  @Test
  void aLedgerOfAnotherShapeIsWarnedOf() {
    try (SourceFixture other =
            new SourceFixture()
                .with("ALTER TABLE pgpm_migrate.changes RENAME COLUMN package TO project");
        SqlSource source = other.open();
        ExportSnapshot snapshot = source.snapshot(SHOP, SnapshotOptions.defaults())) {
      assertEquals(List.of(), snapshot.warnings());
      RequirementScan scan = snapshot.requirementScan();
      scan.table("metaschema_public", "field");
      assertEquals(List.of("plpgsql"), scan.serviceRequires());
      assertEquals(1, snapshot.warnings().size());
      assertTrue(snapshot.warnings().get(0).startsWith("pgpm_migrate.changes has not"));
    }
  }

  @Test
  void whereNothingIsLookedAtNothingIsRequired() {
    RequirementScan none = RequirementScan.none();
    none.script("SELECT verify_schema('x')");
    none.table("metaschema_public", "field");
    assertEquals(List.of(), none.extensionRequires());
    assertEquals(List.of(), none.serviceRequires());
  }
}
