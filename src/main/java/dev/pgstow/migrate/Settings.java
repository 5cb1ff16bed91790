package dev.pgstow.migrate;

import dev.pgstow.postgres.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads settings of a session. */
final class Settings {
  private Settings() {}

  static boolean isOn(Session session, String name) {
    try (PreparedStatement statement =
        session.connection().prepareStatement("SELECT current_setting(?) = 'on'")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw session.failure(e, "reading the setting " + name);
    }
  }
}
