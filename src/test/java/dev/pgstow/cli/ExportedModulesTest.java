package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.demo.DemoWorkspace;
import dev.pgstow.migrate.CycleRequest;
import dev.pgstow.migrate.CycleResult;
import dev.pgstow.migrate.DeployRequest;
import dev.pgstow.migrate.Deployer;
import dev.pgstow.migrate.FullCycle;
import dev.pgstow.migrate.ModuleSelection;
import dev.pgstow.migrate.Roles;
import dev.pgstow.migrate.ScriptError;
import dev.pgstow.migrate.SessionLimits;
import dev.pgstow.migrate.Verifier;
import dev.pgstow.migrate.VerifyRequest;
import dev.pgstow.migrate.VerifyResult;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.ScratchServer;
import dev.pgstow.postgres.Secret;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import dev.pgstow.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was exported can be deployed, verified, reverted and deployed again. */
class ExportedModulesTest {
  @TempDir static Path folder;
  private static Workspace workspace;

  @BeforeAll
  static void export() {
    String database = Sample.createDatabase();
    try {
      Path root = DemoWorkspace.create(folder.resolve("demo")).root();
      Cli cli = new Cli(root);
      for (String name : List.of("bookshop", "pets")) {
        assertEquals(0, cli.export(database, "--database-id", name), cli::err);
      }
      workspace = Workspace.find(root);
      new Roles(databases()).bootstrap();
    } finally {
      TestServer.shared().dropDatabase(database);
    }
  }

  private static Databases databases() {
    TestServer server = TestServer.shared();
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.url(
                "host=%s port=%d user=%s".formatted(server.host, server.port, server.user)),
            Map.of(),
            folder,
            "nobody");
    return new Databases(
        settings.withPassword(
            Optional.of(server.password).filter(it -> !it.isEmpty()).map(Secret::new)));
  }

  @Test
  void allModulesPassTheFullCycle() {
    List<String> modules = workspace.modules().names().stream().sorted().toList();
    assertEquals(11, modules.size(), modules.toString());
    CycleResult result =
        new FullCycle(ScratchServer.on(databases()))
            .run(
                new CycleRequest(workspace, modules, true, true, Set.of(), SessionLimits.none()),
                ProgressListener.none());
    assertEquals(Optional.empty(), result.failure().map(Throwable::getMessage));
  }

  @Test
  void verifyingNoticesEveryRowThatIsMissingOrChangedItsOwner() throws Exception {
    String database = TestServer.shared().createDatabase();
    try {
      new Deployer(databases())
          .run(
              DeployRequest.of(workspace, database, List.of("bookshop-service")),
              ProgressListener.none());
      assertEquals(List.of(), verify(database));
      try (Connection connection = TestServer.shared().connect(database)) {
        connection.setAutoCommit(false);
        EachRow each = new EachRow(connection, workspace, "bookshop-service");
        for (String table : filledTables(database)) {
          each.expectNoticed(table);
        }
        assertTrue(each.rows() > 100, each.rows() + " rows");
      }
    } finally {
      TestServer.shared().dropDatabase(database);
    }
  }

  private static List<ScriptError> verify(String database) {
    VerifyResult result =
        new Verifier(databases())
            .run(
                VerifyRequest.of(
                    new ModuleSelection(workspace, database, List.of("bookshop-service"), false)),
                ProgressListener.none());
    return result.failures();
  }

  private static List<String> filledTables(String database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect(database);
        Statement statement = connection.createStatement();
        Statement counting = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN"
                    + " ('metaschema_public', 'metaschema_modules_public', 'services_public')"
                    + " ORDER BY 1")) {
      while (rows.next()) {
        try (ResultSet filled =
            counting.executeQuery("SELECT EXISTS (TABLE " + rows.getString(1) + ")")) {
          filled.next();
          if (filled.getBoolean(1)) {
            tables.add(rows.getString(1));
          }
        }
      }
    }
    assertTrue(tables.size() > 5, tables.toString());
    return tables;
  }
}
