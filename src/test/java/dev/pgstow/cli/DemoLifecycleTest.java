package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo exports goes through its whole life by the commands. */
class DemoLifecycleTest {
  private static final String SERVICE = "pets-service";

  @TempDir Path temp;

  private Cli cli;
  private String source;
  private String target;

  @BeforeEach
  void export() {
    source = Sample.createDatabase();
    target = TestServer.shared().createDatabase();
    cli = new Cli(DemoWorkspace.create(temp.resolve("ws")).root());
    cli.environment("PGDATABASE", target);
    assertEquals(0, cli.run("admin-users", "bootstrap"), () -> cli.err());
    assertEquals(0, cli.export(source, "--database-id", "pets"), () -> cli.err());
  }

  @AfterEach
  void drop() {
    TestServer.shared().dropDatabase(source);
    TestServer.shared().dropDatabase(target);
  }

  private void done(String... arguments) {
    assertEquals(0, cli.run(arguments), () -> cli.out() + cli.err());
  }

  @Test
  void deployedTaggedRevertedDeployedAgain() {
    done("deploy", SERVICE);
    done("verify", "--workspace", "--all");
    done("tag", "v1", "--package", SERVICE);
    done("status", SERVICE);
    assertTrue(cli.out().contains(", at @v1"), () -> cli.out());
    done("revert", SERVICE, "--to", "ROOT", "--yes");
    done("revert", SERVICE, "--all", "--yes");
    done("deploy", SERVICE, "--to", "@v1");
    done("status", SERVICE);
    assertTrue(cli.out().contains(", at @v1"), () -> cli.out());
  }

  @Test
  void theFullCycleOfAllItsModulesPasses() {
    done("test-packages", "--full-cycle", "--workspace", "--all");
    assertEquals(2, cli.out().lines().filter(line -> line.contains("passed")).count());
  }
}
