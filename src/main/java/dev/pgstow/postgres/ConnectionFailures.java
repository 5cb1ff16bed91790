package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection could not be made, and what to do. */
final class ConnectionFailures {
  /** Failures another database of the same server may not have. */
  private static final Set<String> ABOUT_THE_DATABASE =
      Set.of("database-not-found", "database-refused", "login-rejected");

  /** No connection, a broken one, not the kind of server asked for, a server that is starting. */
  private static final Set<String> UNANSWERED = Set.of("08001", "08006", "57P03");

  private final ConnectionSettings settings;
  private final HostPort server;
  private final String database;

  ConnectionFailures(ConnectionSettings settings, HostPort server, String database) {
    this.settings = settings;
    this.server = server;
    this.database = database;
  }

  /** Whether connecting to another database might do. */
  static boolean isAboutTheDatabase(Failure failure) {
    return ABOUT_THE_DATABASE.contains(failure.ident());
  }

  /** Whether no server answered, so that the next host is worth a try. */
  static boolean isUnanswered(SQLException error) {
    return UNANSWERED.contains(ServerErrors.state(error));
  }

  Failure of(SQLException error) {
    return switch (ServerErrors.state(error)) {
      case "28P01" -> password(error);
      case "28000" -> rejected(error);
      case "3D000" ->
          failure("database-not-found", error, "Choose another database with --database.");
      case "42501", "55000" ->
          failure("database-refused", error, "Choose another database, or another role.");
      case "53300" ->
          failure(
              "too-many-connections",
              error,
              "Close other connections, or raise max_connections of the server or the role.");
      case "57P03" ->
          failure("server-not-ready", error, "The server is starting or stopping; try again.");
      default -> server.isSocket() ? socket(error) : unanswered(error);
    };
  }

  private Failure password(SQLException error) {
    return settings.passwordFor(server, database).isEmpty()
        ? missingPassword(error)
        : failure(
            "password-wrong",
            error,
            "Check the password for "
                + settings.user()
                + " in PGPASSWORD, the password file or the URL.");
  }

  private Failure missingPassword(SQLException error) {
    return failure(
        "password-missing",
        "The server wants a password for " + settings.user() + " and none is known.",
        "Set PGPASSWORD, or add a line to the password file (~/.pgpass).",
        error);
  }

  private Failure rejected(SQLException error) {
    boolean plain = settings.sslMode() == SslMode.DISABLE && !server.isSocket();
    if (plain && ServerErrors.routine(error).equals("ClientAuthentication")) {
      return failure("ssl-required", error, "Try --sslmode require; else see pg_hba.conf.");
    }
    return failure(
        "login-rejected",
        error,
        "Check the role's name and LOGIN, and the server's pg_hba.conf for this host and"
            + " database.");
  }

  private Failure socket(SQLException error) {
    if (cause(error, SocketException.class) == null
        && cause(error, FileNotFoundException.class) == null) {
      return unanswered(error);
    }
    return failure(
        "connection-refused",
        "No server listens on the socket " + server.socketPath() + ".",
        "Check that it runs, and its port and unix_socket_directories.",
        error);
  }

  private Failure unanswered(SQLException error) {
    if (cause(error, UnknownHostException.class) != null) {
      return failure(
          "unknown-host",
          "No host is called \"" + server.host() + "\".",
          "Check the spelling, or the network's name server.",
          error);
    }
    if (cause(error, SocketTimeoutException.class) != null
        || cause(error, NoRouteToHostException.class) != null
        || ServerErrors.message(error).contains("attempt timed out")) {
      return failure(
          "connection-timeout",
          "No answer came in time.",
          "Check host, port and firewalls; --url with connect_timeout=60 waits longer.",
          error);
    }
    if (cause(error, ConnectException.class) != null) {
      return failure(
          "connection-refused",
          "Connection refused: no server listens on that port.",
          "Check that it runs and takes TCP/IP connections (listen_addresses), and the port.",
          error);
    }
    if (cause(error, NoPassphrase.Wanted.class) != null) {
      return failure(
          "ssl-passphrase",
          "The private key has a passphrase.",
          "Give it as sslpassword in a service file, or use a key without.",
          error);
    }
    SSLException tls = cause(error, SSLException.class);
    if (tls != null) {
      return tls(String.valueOf(tls.getMessage()), error);
    }
    return byMessage(error);
  }

  /** The driver's own refusals differ in their text only, which it does not always translate. */
  private Failure byMessage(SQLException error) {
    String message = ServerErrors.message(error);
    if (message.contains("no password was provided")
        || message.contains("password is an empty string")) {
      return missingPassword(error);
    }
    if (message.contains("could not be verified by hostnameverifier")) {
      return tls("the certificate is not one of the host " + server.host() + ".", error);
    }
    if (message.contains("does not support SSL")) {
      return failure("ssl-unsupported", error, "Use --sslmode prefer, or disable.");
    }
    return failure("connection-failed", error, "Check host, port, user and sslmode.");
  }

  private Failure tls(String why, SQLException error) {
    return failure(
        "ssl-failed",
        "TLS failed: " + why,
        "Check sslmode, sslrootcert and the certificate's host name.",
        error);
  }

  private Failure failure(String ident, SQLException error, String hint) {
    return failure(ident, ServerErrors.sentence(error), hint, error);
  }

  private Failure failure(String ident, String why, String hint, SQLException error) {
    return Failure.failed(
        ident,
        "Could not connect to " + settings.locationOf(server, database) + ": " + why,
        hint,
        error);
  }

  private static <T extends Throwable> @Nullable T cause(Throwable error, Class<T> type) {
    int depth = 0;
    for (Throwable t = error; t != null && depth < 10; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
