package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module, and what it says about the export it came from. */
class ModuleTest {
  @TempDir Path temp;
  private Module module;

  @BeforeEach
  void module() {
    module = new Module("crm", temp.resolve("crm"));
  }

  private void export() throws IOException {
    Exports.export(Exports.target(temp, "crm"), "1", "a");
  }

  @Test
  void sqitchsPlanIsTakenWhereThereIsNoOther() throws IOException {
    Path plan = module.directory().resolve("pgpm.plan");
    Path sqitch = module.directory().resolve("sqitch.plan");
    assertEquals(plan, module.planFile());
    Files.createDirectories(module.directory());
    Files.writeString(sqitch, "%project=crm\n");
    assertEquals(sqitch, module.planFile());
    assertEquals("crm", module.plan().project());
    Files.writeString(plan, "%project=other\n");
    assertEquals(plan, module.planFile());
    assertFails("plan-other-project", module::plan);
  }

  @Test
  void itsControlFileBearsItsName() throws IOException {
    assertFails("file-missing", module::control);
    export();
    assertEquals(temp.resolve("crm/crm.control"), module.controlFile());
    assertEquals(List.of("plpgsql"), module.control().requires());
  }

  @Test
  void aModuleThatPgstowDidNotWriteHasNoOrigin() throws IOException {
    assertEquals(Optional.empty(), module.origin());
    Files.createDirectories(module.directory().resolve(".pgstow.json"));
    assertEquals(Optional.empty(), module.origin());
  }

  @Test
  void itsOriginTellsTheAnswersThatMadeIt() throws IOException {
    export();
    ExportOrigin origin = module.origin().orElseThrow();
    assertEquals("postgresql://localhost/x", origin.source());
    assertEquals(Map.of("b", List.of("x"), "a", List.of("1")), origin.answers());
    assertEquals(Optional.of("x"), origin.text("b"));
    assertEquals(List.of("x"), origin.list("b"));
    assertEquals(Optional.empty(), origin.text("c"));
    assertEquals(List.of(), origin.list("c"));
  }

  @Test
  void aFlagIsOnIfItsAnswerIsTrue() {
    ExportOrigin origin =
        new ExportOrigin(
            temp, "", Map.of("on", List.of("true"), "off", List.of("false"), "none", List.of()));
    assertTrue(origin.isOn("on"));
    assertFalse(origin.isOn("off") || origin.isOn("none") || origin.isOn("unknown"));
  }

  @Test
  void aGeneratedFileThatChangedOrIsGoneWasEdited() throws IOException {
    export();
    ExportOrigin origin = module.origin().orElseThrow();
    Path file = module.directory().resolve("deploy/a.sql");
    assertFalse(origin.isEdited("deploy/a.sql"));
    Files.writeString(file, "edited");
    assertTrue(origin.isEdited("deploy/a.sql"));
    Files.delete(file);
    assertTrue(origin.isEdited("deploy/a.sql"));
    Files.writeString(file, "mine");
    assertFalse(origin.isEdited("README.md"), "no generated file");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    export();
    FaultyDisk disk =
        new FaultyDisk(
            (operation, path) -> {
              if (operation.equals("open") && path.endsWith("a.sql")) {
                throw new AccessDeniedException(path.toString());
              }
            });
    ExportOrigin origin = ExportOrigin.of(disk.at(module.directory())).orElseThrow();
    String message =
        assertFails("permission-denied", () -> origin.isEdited("deploy/a.sql")).getMessage();
    assertTrue(message.contains("deploy/a.sql"), message);
  }
}
