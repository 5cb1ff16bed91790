package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReaderTest {
  @TempDir Path root;
  private Target target;

  @BeforeEach
  void create() {
    target = Target.create(root);
    TestModule.in(root, "app").table("a").tag("v1").tag("v1b").table("b").table("c").tag("v2");
  }

  @AfterEach
  void drop() {
    target.close();
  }

  @Test
  void nothingIsDeployedWithoutALedger() {
    ModuleStatus status = target.status("app");
    assertEquals(List.of(), status.deployed());
    assertEquals(List.of("a", "b", "c"), status.pending());
    assertEquals(Optional.empty(), status.tag());
    assertEquals(Optional.empty(), status.last());
  }

  @Test
  void whatIsDeployedAndTheCurrentTagAreTold() {
    target.deployTo("app", "b");
    ModuleStatus status = target.status("app");
    assertEquals(
        List.of("a", "b"), status.deployed().stream().map(DeployedChange::change).toList());
    assertEquals(List.of("c"), status.pending());
    assertEquals(Optional.of("v1b"), status.tag());
    assertEquals("b", status.last().orElseThrow().change());
    target.deploy("app");
    assertEquals(Optional.of("v2"), target.status("app").tag());
  }

  @Test
  void modulesComeDependenciesFirstIfAskedFor() {
    TestModule.in(root, "more", "app").table("d");
    ModuleSelection selection =
        new ModuleSelection(target.workspace(), target.name(), List.of("more"), true);
    assertEquals(
        List.of("app", "more"),
        new StatusReader(Target.databases())
            .run(new StatusRequest(selection, false)).stream().map(ModuleStatus::module).toList());
  }

  @Test
  void aPlanOfSqitchIsAPlan() throws IOException {
    TestModule.in(root, "app").table("a").tag("v1").table("b [a@v1]");
    Path folder = root.resolve("packages/app");
    Files.move(folder.resolve("pgpm.plan"), folder.resolve("sqitch.plan"));
    target.deployTo("app", "@v1");
    assertEquals(List.of("b"), target.status("app").pending());
    target.deploy("app");
    assertEquals(List.of("app:a", "app:b"), target.ledger());
  }
}
