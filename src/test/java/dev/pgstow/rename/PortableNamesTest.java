package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.rename.SchemaRenamer.Schema;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortableNamesTest {

  @Test
  void eachSchemaGetsItsName() {
    assertEquals(
        Map.of("x-1-app", "crm_app", "x-1-app-v2", "crm_app_v_2"),
        new PortableNames(
                "crm",
                List.of(new Schema("app", "x-1-app"), new Schema("app-v2", "x-1-app-v2")),
                List.of("public", "x-1-app"))
            .resolve());
  }

  @Test
  void twoSchemasOfOneNameAreAnError() {
    Failure failure =
        failure("crm", List.of(new Schema("app-v2", "a"), new Schema("app_v2", "b")), List.of());
    assertEquals("portable-name-collision", failure.ident());
    assertEquals(
        "The schemas \"app-v2\" (a) and \"app_v2\" (b) would both be called \"crm_app_v_2\".",
        failure.getMessage());
  }

  @Test
  void oneSchemaUnderTwoNamesIsAnError() {
    Failure failure =
        failure(
            "crm",
            List.of(new Schema("zoo", "0"), new Schema("app", "a"), new Schema("web", "a")),
            List.of());
    assertEquals("portable-name-collision", failure.ident());
    assertTrue(
        failure.getMessage().contains("\"app\"") && failure.getMessage().contains("\"web\""));
  }

  @Test
  void theSameSchemaTwiceIsOne() {
    Schema schema = new Schema("app", "a");
    assertEquals(
        Map.of("a", "crm_app"),
        new PortableNames("crm", List.of(schema, schema), List.of()).resolve());
  }

  @Test
  void theNameOfAnotherSchemaIsTakenWhateverItsCase() {
    Failure failure = failure("crm", List.of(new Schema("app", "a")), List.of("Crm_App"));
    assertEquals("portable-name-taken", failure.ident());
    assertTrue(failure.getMessage().contains("\"app\" (a)"), failure::getMessage);
    assertTrue(failure.getMessage().contains("\"Crm_App\""), failure::getMessage);
  }

  @Test
  void theNameOfAnotherChosenSchemaIsTaken() {
    Failure failure =
        failure("crm", List.of(new Schema("app", "a"), new Schema("web", "crm_app")), List.of());
    assertEquals("portable-name-taken", failure.ident());
  }

  @Test
  void itsOwnNameIsNotTaken() {
    assertEquals(
        Map.of("crm_app", "crm_app"),
        new PortableNames("crm", List.of(new Schema("app", "crm_app")), List.of("crm_app"))
            .resolve());
  }

  @Test
  void sixtyThreeBytesAreTheLimit() {
    String longest = "x".repeat(59);
    assertEquals(
        Map.of("a", "crm_" + longest),
        new PortableNames("crm", List.of(new Schema(longest, "a")), List.of()).resolve());
    Failure failure = failure("crm", List.of(new Schema(longest + "x", "a")), List.of());
    assertEquals("portable-name-too-long", failure.ident());
    assertTrue(failure.getMessage().contains("64 bytes"), failure::getMessage);
  }

  @Test
  void namesOfTheSystemAreReserved() {
    Failure failure = failure("pg-crm", List.of(new Schema("app", "a")), List.of());
    assertEquals("portable-name-reserved", failure.ident());
  }

  @Test
  void namesThatNeedQuotesAreErrors() {
    for (String name : List.of("a.b", "(v1", "a\"b", "café", "$&", "a/b")) {
      Failure failure = failure("crm", List.of(new Schema(name, "a")), List.of());
      assertEquals("portable-name-needs-quotes", failure.ident(), name);
    }
    assertEquals(
        "portable-name-needs-quotes",
        failure("order", List.of(new Schema("", "a")), List.of()).ident());
  }

  @Test
  void theErrorDoesNotDependOnTheOrder() {
    Schema a = new Schema("x-1", "a");
    Schema b = new Schema("x_1", "b");
    Schema c = new Schema("X1", "c");
    String message = failure("crm", List.of(a, b, c), List.of()).getMessage();
    assertEquals(message, failure("crm", List.of(c, b, a), List.of()).getMessage());
  }

  private static Failure failure(String extension, List<Schema> chosen, List<String> others) {
    Failure failure =
        assertThrows(Failure.class, () -> SchemaRenamer.of(extension, chosen, others));
    assertEquals(ExitCode.FAILED, failure.exitCode());
    return failure;
  }
}
