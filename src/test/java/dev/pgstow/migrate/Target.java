package dev.pgstow.migrate;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionFlags;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import dev.pgstow.postgres.Secret;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.TestServer;
import dev.pgstow.workspace.Reference;
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
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** A database to deploy a workspace to. Closing drops it. */
record Target(Path root, String name) implements AutoCloseable {

  static Target create(Path root) {
    return new Target(root, TestServer.shared().createDatabase());
  }

  static Databases databases() {
    TestServer server = TestServer.shared();
    return as(server.user, server.password);
  }

  /** The server as another role. */
  static Databases as(String user, String password) {
    TestServer server = TestServer.shared();
    ConnectionSettings settings =
        ConnectionSettings.resolve(
            ConnectionFlags.url(
                "host=%s port=%d user=%s".formatted(server.host, server.port, user)),
            Map.of(),
            Path.of("no-such-home"),
            "nobody");
    return new Databases(
        settings.withPassword(Optional.of(password).filter(it -> !it.isEmpty()).map(Secret::new)));
  }

  Workspace workspace() {
    return Workspace.find(root);
  }

  DeployRequest request(String... modules) {
    return DeployRequest.of(workspace(), name, List.of(modules));
  }

  DeployResult deploy(String module, DeployOption... options) {
    return run(request(module).with(options));
  }

  DeployResult deployTo(String module, String to) {
    return run(request(module).to(Reference.parse(to)));
  }

  DeployResult run(DeployRequest request) {
    return new Deployer(databases()).run(request, ProgressListener.none());
  }

  ModuleStatus status(String module) {
    ModuleSelection selection = new ModuleSelection(workspace(), name, List.of(module), false);
    return new StatusReader(databases()).run(new StatusRequest(selection, true)).get(0);
  }

  /** Puts warnings and notices into a list. */
  static ProgressListener warnings(List<String> warnings) {
    return event -> {
      if (event instanceof ProgressEvent.Warning warning) {
        warnings.add(warning.message());
      } else if (event instanceof ProgressEvent.ServerNotice notice) {
        warnings.add(notice.severity() + " " + notice.message());
      }
    };
  }

  Failure fails(Executable run) {
    return Assertions.assertThrows(Failure.class, run);
  }

  void execute(String sql) {
    TestServer.shared().execute(name, sql);
  }

  /** The first column. */
  List<String> query(String sql) {
    List<String> values = new ArrayList<>();
    try (Connection connection = TestServer.shared().connect(name);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the ledger has, in the order of deployment. */
  List<String> ledger() {
    return query(
        "SELECT package || ':' || change_name FROM pgpm_migrate.changes ORDER BY deployed_at");
  }

  List<String> tables() {
    return query(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE \"C\"");
  }

  @Override
  public void close() {
    TestServer.shared().dropDatabase(name);
  }
}
