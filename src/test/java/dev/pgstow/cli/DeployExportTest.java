package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.Trees;
import dev.pgstow.workspace.Module;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was exported deploys into an empty database, and holds what the source held. */
class DeployExportTest {
  @TempDir Path temp;

  private Path workspace;
  private Cli cli;
  private String source;
  private String target;

  @BeforeEach
  void load() {
    SqlScript.createRoles();
    source = Sample.createDatabase();
    target = TestServer.shared().createDatabase();
    workspace = DemoWorkspace.create(temp.resolve("ws")).root();
    cli = new Cli(workspace);
  }

  @AfterEach
  void drop() {
    TestServer.shared().dropDatabase(source);
    TestServer.shared().dropDatabase(target);
  }

  @Test
  void thePairDeploysVerifiesRevertsAndDeploysAgain() throws Exception {
    // The row of partition is inserted by an action of the source, and left to it there; what was
    // deployed has no actions, so it is metadata as any other.
    roundTrip("bookshop", "partition.sql");
  }

  @Test
  void aSmallPairDoesToo() throws Exception {
    roundTrip("pets");
  }

  private void roundTrip(String name, String... fromActions) throws Exception {
    assertEquals(0, cli.export(source, "--database-id", name), () -> cli.err());
    try (Connection connection = TestServer.shared().connect(target)) {
      ModuleDeployment deployment =
          new ModuleDeployment(Workspace.find(workspace).modules(), connection);
      List<Module> deployed = deployment.deploy(name, name + "-service");
      List<Module> pair = deployed.stream().filter(it -> it.name().startsWith(name)).toList();
      assertEquals(2, pair.size(), deployed::toString);
      for (Module module : deployed) {
        deployment.verify(module);
      }
      assertSameRows(name, fromActions);
      deployment.revert(pair.get(1));
      deployment.revert(pair.get(0));
      assertEquals("0", rows(connection), "rows left by the reverts");
      deployment.apply(pair.get(0));
      deployment.apply(pair.get(1));
      for (Module module : pair) {
        deployment.verify(module);
      }
      assertSameRows(name, fromActions);
    }
  }

  private static String rows(Connection connection) throws Exception {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM metaschema_public.database")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Exported once more from where it was deployed, the metadata is the same text. */
  private void assertSameRows(String name, String... fromActions) {
    assertEquals(
        0,
        cli.export(
            target,
            "--database-id",
            name,
            "--skip-schema-renaming",
            "--outdir",
            temp.resolve("again").toString()),
        () -> cli.err());
    SortedMap<String, String> before = inserts(workspace.resolve("packages"), name);
    SortedMap<String, String> after = inserts(temp.resolve("again"), name);
    assertTrue(before.size() > 7, before.keySet()::toString);
    for (String file : fromActions) {
      assertNotNull(after.remove(file), file);
    }
    assertEquals(before, after);
  }

  private static SortedMap<String, String> inserts(Path packages, String name) {
    SortedMap<String, String> inserts = new TreeMap<>();
    Trees.read(packages.resolve(name + "-service/deploy/migrate"))
        .forEach(
            (file, text) -> {
              if (!file.contains("/")) {
                inserts.put(file, text.replaceFirst("(?m)^-- requires: .*\n", ""));
              }
            });
    return inserts;
  }
}
