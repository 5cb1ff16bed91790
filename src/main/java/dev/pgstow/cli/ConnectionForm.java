package dev.pgstow.cli;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.HostPort;
import dev.pgstow.postgres.Secret;
import dev.pgstow.postgres.SslMode;
import dev.pgstow.wizard.ConnectionFields;
import java.util.Optional;

/** Settings as a person edits them. */
final class ConnectionForm {
  private ConnectionForm() {}

  static ConnectionFields of(ConnectionSettings settings) {
    HostPort server = settings.hosts().get(0);
    return new ConnectionFields(
        server.host(),
        String.valueOf(server.port()),
        settings.user(),
        settings.password().map(Secret::reveal).orElse(""),
        settings.sslMode().keyword());
  }

  /**
   * The settings with what the form says.
   *
   * @throws Failure {@code bad-port}
   */
  static ConnectionSettings apply(ConnectionSettings settings, ConnectionFields fields) {
    if (fields.equals(of(settings))) {
      return settings;
    }
    ConnectionSettings next =
        settings
            .withHost(new HostPort(fields.host(), port(fields.port())))
            .withUser(fields.user())
            .withSslMode(SslMode.of(fields.sslmode()));
    return fields.password().isEmpty()
        ? next
        : next.withPassword(Optional.of(new Secret(fields.password())));
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Failure.usage("bad-port", "The port must be a number from 1 to 65535.", "");
  }
}
