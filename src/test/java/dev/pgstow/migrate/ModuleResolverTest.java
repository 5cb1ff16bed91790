package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleResolverTest {
  @TempDir Path root;

  private List<ResolvedModule> order(String... targets) {
    return new ModuleResolver(Workspace.find(root).modules()).order(List.of(targets));
  }

  @Test
  void dependenciesComeFirstAndOnce() {
    TestModule.in(root, "app", "right", "citext", "left");
    TestModule.in(root, "left", "base");
    TestModule.in(root, "right", "base", "plpgsql");
    TestModule.in(root, "base");
    TestModule.in(root, "other");
    List<ResolvedModule> order = order("app", "left");
    assertEquals(
        List.of("base", "right", "left", "app"), order.stream().map(ResolvedModule::name).toList());
    assertEquals(List.of("citext"), order.get(3).extensions());
    assertEquals(List.of("right", "left"), order.get(3).modules());
  }

  @Test
  void aCycleIsNamed() {
    TestModule.in(root, "app", "a");
    TestModule.in(root, "a", "b");
    TestModule.in(root, "b", "c");
    TestModule.in(root, "c", "a");
    Failure failure = assertThrows(Failure.class, () -> order("app"));
    assertEquals("module-cycle", failure.ident());
    assertTrue(failure.getMessage().contains("a -> b -> c -> a"), failure.getMessage());
  }

  @Test
  void anUnknownModuleGetsNearNames() {
    TestModule.in(root, "shop");
    Failure failure = assertThrows(Failure.class, () -> order("shob"));
    assertEquals("module-unknown", failure.ident());
    assertTrue(failure.hint().contains("shop"), failure.hint());
  }
}
