package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.SqlScript;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {
  @TempDir Path temp;

  private Cli cli;
  private Path workspace;
  private String source;

  @BeforeEach
  void export() {
    SqlScript.createRoles();
    source = Sample.createDatabase();
    workspace = DemoWorkspace.create(temp.resolve("ws")).root();
    cli = new Cli(workspace);
    assertEquals(0, cli.export(source, "--database-id", "pets"), () -> cli.err());
  }

  @AfterEach
  void drop() throws SQLException {
    TestServer.shared().dropDatabase(source);
    assertEquals(List.of(), scratchDatabases());
  }

  private static List<String> scratchDatabases() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT datname FROM pg_database WHERE datname LIKE 'pgstow\\_scratch\\_%'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String url() {
    TestServer server = TestServer.shared();
    return "host=%s port=%d user=%s password='%s'"
        .formatted(server.host, server.port, server.user, server.password);
  }

  private void assertProved(String... arguments) {
    assertEquals(0, cli.run(arguments), () -> cli.out() + cli.err());
    assertTrue(cli.out().contains("Proved in "), () -> cli.out());
  }

  private void assertNotProved(String... arguments) {
    assertEquals(3, cli.run(arguments), () -> cli.out() + cli.err());
  }

  private Path script(String path) {
    return workspace.resolve("packages").resolve(path);
  }

  private void edit(String path, String from, String to) throws IOException {
    String text = Files.readString(script(path));
    assertTrue(text.contains(from), text);
    Files.writeString(script(path), text.replace(from, to));
  }

  @Test
  void bothModulesOfAnExportAreProvedOnAnEmbeddedServer() {
    assertEquals(0, cli.export(source, "--database-id", "bookshop"), () -> cli.err());
    assertProved("prove", "bookshop");
    assertTrue(cli.out().contains("Deployed bookshop and bookshop-service"), () -> cli.out());
    assertEquals(2, cli.run("prove"), () -> cli.out());
    assertTrue(cli.err().contains("Name one: bookshop, pets."), () -> cli.err());
  }

  @Test
  void theScratchDatabaseIsMadeWhereItIsSaidTo() {
    assertProved("prove", "--scratch-here");
    assertTrue(cli.out().contains(" at postgres@"), () -> cli.out());
    assertProved("prove", "pets-service", "--scratch-url", url());
    assertEquals(2, cli.run("prove", "--scratch-here", "--scratch-url", url()));
  }
}
