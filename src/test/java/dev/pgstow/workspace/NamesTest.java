package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schemas/app/schema",
        "migrate/table",
        "migrate/catalog_private.apis",
        "schemas/app/tables/t/triggers/_100_touch",
        "_x_",
        "größe/表",
        "a-b.c+d",
        "v1",
        "registry/partition_1"
      })
  void namesOfChangesThatPlansAndDisksHoldAreTaken(String name) {
    assertEquals(name, ChangeName.check(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a\u00a0b",
        "a\tb",
        "a\u0000b",
        "a:b",
        "a@b",
        "a#b",
        "a\\b",
        "a[b]",
        "-a",
        "a-",
        "a.",
        "/etc/passwd",
        "../x",
        "a/../b",
        "a/./b",
        "a//b",
        "a~1",
        "a^2",
        "a/3",
        "a=4",
        "a%5",
        "HEAD",
        "ROOT",
        "con/x",
        "a/NUL/b",
        "a/com1",
        "a/b.",
        "a./b",
        "a?b",
        "a<b",
        "a|b",
        "a*b",
        "a\"b",
        "C:/x",
        "a\ud800b"
      })
  void namesThatPlansOrDisksCannotHoldAreRefused(String name) {
    assertFails("change-name-unsafe", () -> ChangeName.check(name));
  }

  @Test
  void aSegmentMayFill255BytesWithItsEnding() {
    assertEquals(251, ChangeName.check("x".repeat(251)).length());
    assertFails("change-name-unsafe", () -> ChangeName.check("x".repeat(252)));
    assertFails("change-name-unsafe", () -> ChangeName.check("ü".repeat(126)));
    assertFails("change-name-unsafe", () -> ChangeName.check("abcd/".repeat(900) + "x"));
  }

  @Test
  void messagesShowNoControlCharacters() {
    String message =
        assertFails("change-name-unsafe", () -> ChangeName.check("a\u001b[2J\n\u202eb"))
            .getMessage();
    assertTrue(message.chars().noneMatch(Character::isISOControl), message);
    assertTrue(message.contains("\\u001B") && message.contains("\\u202E"), message);
  }

  @Test
  void tagsHaveNoSlash() {
    assertEquals("v1.0.0", ChangeName.checkTag("v1.0.0"));
    for (String bad : List.of("v1/x", "/v1", "a:b", "a@b", "a#b", "a\\b", "a[b", "a]b", "")) {
      assertFails("tag-name-unsafe", () -> ChangeName.checkTag(bad));
    }
    assertEquals("has a slash", ChangeName.tagProblem("/v1").orElseThrow());
    assertEquals("is absolute", ChangeName.problem("/v1").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Crm", "1crm", "crm--x", "crm-", "-crm", "c rm", "../crm", "crm.x", "con"})
  void illegalExtensionNamesAreUsageErrors(String name) {
    assertEquals(
        ExitCode.USAGE,
        assertFails("extension-name-illegal", () -> ExtensionName.check(name)).exitCode());
  }

  @Test
  void extensionNamesHaveAtMost63Bytes() {
    assertEquals("demo-crm_2", ExtensionName.check("demo-crm_2"));
    assertEquals(63, ExtensionName.check("x".repeat(63)).length());
    assertFails("extension-name-illegal", () -> ExtensionName.check("x".repeat(64)));
  }

  @Property
  void noNameThatIsTakenLeavesItsFolder(@ForAll String name) {
    if (ChangeName.problem(name).isEmpty()) {
      Path folder = Path.of("/module/deploy");
      Path script = folder.resolve(name + ".sql").normalize();
      assertTrue(script.startsWith(folder) && script.toString().endsWith("/" + name + ".sql"));
    }
  }

  @Property
  void namesThatAreTakenSurviveAPlan(@ForAll String name) {
    if (ChangeName.problem(name).isEmpty()) {
      String line = PlanText.changeLine(new PlannedChange(name, List.of(name), ""), "A <a>");
      Plan plan = Plan.parse(PlanText.header("m") + line + "\n", "p");
      assertEquals(name, plan.changes().get(0).name());
      assertEquals(List.of(name), plan.changes().get(0).dependencies());
    }
  }

  @Test
  void twinsAreNamedBoth() {
    CaseTwins twins = new CaseTwins();
    for (int i = 0; i < 5_000; i++) {
      twins.add("schemas/app/t" + i + "x");
    }
    String message =
        assertFails("change-name-twin", () -> twins.add("Schemas/app/T77X")).getMessage();
    assertTrue(message.contains("schemas/app/t77x") && message.contains("Schemas/app/T77X"));
    assertTrue(message.contains("only in case"), message);
    assertTrue(
        assertFails("change-name-twin", () -> twins.add("schemas/app/t78x"))
            .getMessage()
            .contains("used twice"));
  }

  @Test
  void unicodeFormsAreTwins() {
    CaseTwins twins = new CaseTwins();
    twins.add("gr\u00f6\u00dfe");
    assertFails("change-name-twin", () -> twins.add("gro\u0308\u00dfe"));
  }

  @Test
  void aScriptCannotBeAFolderOfAnother() {
    CaseTwins first = new CaseTwins();
    first.add("a/b");
    assertFails("change-name-twin", () -> first.add("a/b.sql/c"));
    CaseTwins second = new CaseTwins();
    second.add("a/b.sql/c");
    assertFails("change-name-twin", () -> second.add("A/B"));
    assertFalse(ChangeName.problem("a/b.sql/c").isPresent());
  }
}
