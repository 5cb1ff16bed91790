package dev.pgstow.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PgpmModuleNamesTest {

  @ParameterizedTest
  @CsvSource({
    "metaschema-schema, @pgpm/metaschema-schema",
    "metaschema-modules, @pgpm/metaschema-modules",
    "services, @pgpm/services",
    "pgpm-verify, @pgpm/verify",
    "pgpm-uuid, @pgpm/uuid",
    "pgpm-database-jobs, @pgpm/database-jobs",
    "@acme/crm, @acme/crm",
    "@acme/crm@1.2.3, @acme/crm@1.2.3",
    "@acme/crm@^1.2, @acme/crm@^1.2",
    "@acme/crm@next, @acme/crm@next",
  })
  void aPgpmModuleHasAnNpmName(String control, String npm) {
    assertEquals(Optional.of(npm), PgpmModuleNames.npmName(control));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plpgsql", "uuid-ossp", "pg_trgm", "verify", "pgpm", "pgpm-", "crm", ""})
  void anyOtherNameIsAPostgresExtension(String control) {
    assertEquals(Optional.empty(), PgpmModuleNames.npmName(control));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@acme",
        "@acme/",
        "@acme/crm@",
        "@acme/../crm",
        "@acme/crm@file:../x",
        "@acme/crm@git+ssh://git@host/x",
        "@acme/crm@./x",
        "@acme/crm@x.tgz",
        "@acme/crm@x/y",
        "@acme/crm@1;rm",
        "@acme/crm@\"%PATH%\"",
        "pgpm---x$(y)",
        "pgpm-/../../x",
        "pgpm-x y",
      })
  void whatIsNoRegistryPackageIsNotTaken(String name) {
    assertEquals(Optional.empty(), PgpmModuleNames.npmName(name));
  }
}
