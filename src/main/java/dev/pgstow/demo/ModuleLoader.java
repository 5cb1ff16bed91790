package dev.pgstow.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Deploys the sample's modules and writes them into the ledger, at times that never change. */
final class ModuleLoader {
  private static final OffsetDateTime DEPLOYED = OffsetDateTime.parse("2026-01-02T03:04:05.678Z");

  private final Connection connection;
  private int deployed;

  ModuleLoader(Connection connection) {
    this.connection = connection;
  }

  void load(List<ChangeBook> modules) throws SQLException {
    Set<String> names = new HashSet<>();
    for (ChangeBook module : modules) {
      for (String required : module.requires()) {
        if (!names.contains(required)) {
          execute("CREATE EXTENSION IF NOT EXISTS \"" + required + "\"");
        }
      }
      deploy(module);
      names.add(module.name());
    }
  }

  private void deploy(ChangeBook module) throws SQLException {
    ModuleFiles files = new ModuleFiles(module);
    StringBuilder scripts = new StringBuilder();
    for (SampleChange change : module.changes()) {
      scripts.append(files.deployScript(change));
    }
    execute(scripts.toString());
    record(module, files);
  }

  private void record(ChangeBook module, ModuleFiles files) throws SQLException {
    try (PreparedStatement packages =
            connection.prepareStatement("INSERT INTO pgpm_migrate.packages VALUES (?, ?)");
        PreparedStatement changes =
            connection.prepareStatement("INSERT INTO pgpm_migrate.changes VALUES (?, ?, ?, ?, ?)");
        PreparedStatement dependencies =
            connection.prepareStatement("INSERT INTO pgpm_migrate.dependencies VALUES (?, ?)");
        PreparedStatement events =
            connection.prepareStatement(
                "INSERT INTO pgpm_migrate.events (event_type, change_name, package, occurred_at)"
                    + " VALUES ('deploy', ?, ?, ?)")) {
      set(packages, module.name(), time());
      packages.executeUpdate();
      for (SampleChange change : module.changes()) {
        String scriptHash = sha256(files.deployScript(change));
        String id = sha256(module.name() + change.name() + scriptHash);
        OffsetDateTime time = time();
        set(changes, id, change.name(), module.name(), scriptHash, time);
        changes.addBatch();
        for (String required : change.requires()) {
          set(dependencies, id, module.name() + ":" + required);
          dependencies.addBatch();
        }
        set(events, change.name(), module.name(), time);
        events.addBatch();
        deployed++;
      }
      changes.executeBatch();
      dependencies.executeBatch();
      events.executeBatch();
    }
  }

  private OffsetDateTime time() {
    return DEPLOYED.plus(Duration.ofMillis(12).multipliedBy(deployed)).plusNanos(345_000);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
