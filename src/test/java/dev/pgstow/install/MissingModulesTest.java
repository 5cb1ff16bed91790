package dev.pgstow.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingModulesTest {

  @Test
  void namesPgpmModulesThatAreNotThereOnceAndInOrder() {
    List<String> requires =
        List.of("plpgsql", "services", "pgpm-verify", "metaschema-schema", "services", "pg_trgm");

    assertEquals(
        List.of("services", "metaschema-schema"),
        MissingModules.of(requires, Set.of("pgpm-verify", "crm")));
  }

  @Test
  void findsNothingMissingWhereNothingIsRequired() {
    assertEquals(List.of(), MissingModules.of(List.of(), Set.of()));
  }
}
