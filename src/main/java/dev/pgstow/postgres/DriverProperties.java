package dev.pgstow.postgres;

import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/** The settings of one connection as pgjdbc wants them. */
final class DriverProperties {
  private static final String APPLICATION_NAME = "pgstow";

  /** Seconds until a server that takes connections but does not talk is given up. */
  private static final int LOGIN_SECONDS = 30;

  private DriverProperties() {}

  static Properties of(ConnectionSettings settings, HostPort server, String database) {
    Properties properties = new Properties();
    PGProperty.APPLICATION_NAME.set(properties, APPLICATION_NAME);
    for (Keyword keyword : Keyword.values()) {
      if (!keyword.property().isEmpty()) {
        settings
            .parameter(keyword)
            .ifPresent(value -> properties.setProperty(keyword.property(), value));
      }
    }
    PGProperty.PG_DBNAME.set(properties, database);
    PGProperty.USER.set(properties, settings.user());
    // Never null: the driver would read password files by rules of its own.
    PGProperty.PASSWORD.set(
        properties, settings.passwordFor(server, database).map(Secret::reveal).orElse(""));
    PGProperty.AUTOSAVE.set(properties, "never");
    tls(settings, properties);
    settings
        .parameter(Keyword.TARGET_SESSION_ATTRS)
        .map(ParameterValues::serverType)
        .ifPresent(type -> PGProperty.TARGET_SERVER_TYPE.set(properties, type));
    timeouts(settings, properties);
    // As libpq: else a read from a server that is gone without a word waits forever.
    boolean keep = settings.parameter(Keyword.KEEPALIVES).filter("0"::equals).isEmpty();
    PGProperty.TCP_KEEP_ALIVE.set(properties, keep);
    if (server.isSocket()) {
      socket(server, properties);
    } else {
      PGProperty.PG_HOST.set(properties, server.host());
      PGProperty.PG_PORT.set(properties, server.port());
      PGProperty.SOCKET_FACTORY.set(properties, EndingSocketFactory.class.getName());
    }
    return properties;
  }

  /** As libpq: a root certificate makes "require" verify, and the system's ones verify fully. */
  private static void tls(ConnectionSettings settings, Properties properties) {
    Optional<String> root = settings.parameter(Keyword.SSLROOTCERT);
    SslMode mode = settings.sslMode();
    if (root.filter("system"::equals).isPresent()) {
      mode = SslMode.VERIFY_FULL;
      PGProperty.SSL_ROOT_CERT.set(properties, (String) null);
      PGProperty.SSL_FACTORY.set(properties, DefaultJavaSSLFactory.class.getName());
    } else if (root.isPresent() && mode == SslMode.REQUIRE) {
      mode = SslMode.VERIFY_CA;
    }
    PGProperty.SSL_MODE.set(properties, mode.keyword());
    if (settings.parameter(Keyword.SSLPASSWORD).isEmpty()) {
      PGProperty.SSL_PASSWORD_CALLBACK.set(properties, NoPassphrase.class.getName());
    }
  }

  private static void timeouts(ConnectionSettings settings, Properties properties) {
    int seconds =
        settings
            .parameter(Keyword.CONNECT_TIMEOUT)
            .flatMap(ParameterValues::seconds)
            .orElse(LOGIN_SECONDS);
    PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
    PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
  }

  /** As libpq, without TLS or GSS: nobody listens in on a local socket. */
  private static void socket(HostPort server, Properties properties) {
    PGProperty.PG_HOST.set(properties, "localhost");
    PGProperty.PG_PORT.set(properties, server.port());
    PGProperty.SOCKET_FACTORY.set(properties, UnixSocketFactory.class.getName());
    PGProperty.SOCKET_FACTORY_ARG.set(properties, server.socketPath());
    PGProperty.SSL_MODE.set(properties, SslMode.DISABLE.keyword());
    PGProperty.GSS_ENC_MODE.set(properties, "disable");
  }
}
