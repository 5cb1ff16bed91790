package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedSchemasTest extends CatalogTestBase {
  private final List<ProgressEvent> events = new ArrayList<>();

  @Test
  void aSchemaThatIsNotThereCanNotBeAskedFor() {
    String database = database("CREATE SCHEMA app; CREATE SCHEMA \"App\"");
    check(database, List.of("app", "App", "public"), List.of());
    Failure failure =
        assertThrows(Failure.class, () -> check(database, List.of("ap", "app"), List.of()));
    assertEquals("schema-unknown", failure.ident());
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertEquals("The database has no schema called \"ap\".", failure.getMessage());
    assertEquals("Nearest names: App, app, public.", failure.hint());
    assertEquals(List.of(), events);
  }

  @Test
  void aDatabaseWithoutSchemasHasNoneNear() {
    String database = database("DROP SCHEMA public");
    Failure failure =
        assertThrows(Failure.class, () -> check(database, List.of("public"), List.of()));
    assertEquals("It has none but PostgreSQL's own.", failure.hint());
  }

  @Test
  void leavingOutWhatIsNotThereIsWarnedOf() {
    check(database("CREATE SCHEMA app"), List.of(), List.of("app", "logs"));
    assertEquals(
        List.of(
            new ProgressEvent.Warning(
                "There is no schema called \"logs\" that could be left out.")),
        events);
  }

  private void check(String database, List<String> schemas, List<String> excluded) {
    try (Session session = session(database, server.user)) {
      NamedSchemas.check(session, new CatalogOptions(schemas, excluded, true, true), events::add);
    }
  }
}
