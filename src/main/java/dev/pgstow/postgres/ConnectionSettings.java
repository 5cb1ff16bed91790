package dev.pgstow.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a server, as libpq would. Immutable; {@link #toString()} and {@link #location()}
 * hold no secrets.
 *
 * @param hosts the servers to try, in order; never empty
 * @param user the role to connect as
 * @param password the password given for this connection; the password file is asked if empty
 * @param database the database the user chose by flag or URL; empty if none was chosen
 * @param databaseHint the database of PGDATABASE or the service, which only preselects
 * @param sslMode how much TLS
 * @param parameters libpq's other parameters by keyword; values can be secret
 * @param urlOnly those of them, and the service and password file, that the URL of the command line
 *     gives and no flag can; no secrets
 * @param passwordFile the entries of the password file
 * @param warnings what the user should hear, such as a password file that was not used
 */
public record ConnectionSettings(
    List<HostPort> hosts,
    String user,
    Optional<Secret> password,
    Optional<String> database,
    Optional<String> databaseHint,
    SslMode sslMode,
    Map<String, String> parameters,
    Map<String, String> urlOnly,
    PasswordFile passwordFile,
    List<String> warnings) {

  /** Copies the collections. */
  public ConnectionSettings {
    hosts = List.copyOf(hosts);
    parameters = Map.copyOf(parameters);
    urlOnly = Map.copyOf(urlOnly);
    warnings = List.copyOf(warnings);
  }

  /**
   * Puts together what flags, URL, service file, environment and defaults say; the earlier wins. A
   * URL flag stands in for {@code DATABASE_URL}.
   *
   * @param env the environment's variables
   * @param home where the service file and the password file are by default
   * @param osUser the role if nobody names one
   * @throws dev.pgstow.failure.Failure usage, on what can't be right: {@code bad-url}, {@code
   *     bad-connection-string}, {@code unknown-connection-parameter}, {@code bad-port}, {@code
   *     bad-sslmode}, {@code bad-connection-parameter}, {@code service-not-found}, {@code
   *     bad-service-file}
   */
  public static ConnectionSettings resolve(
      ConnectionFlags flags, Map<String, String> env, Path home, String osUser) {
    return resolve(flags, ConnectionFlags.none(), env, home, osUser);
  }

  /**
   * As above, with what configuration files say below the environment. A database they name is
   * chosen as by a flag, unless the environment names one; their URL counts only where neither flag
   * nor {@code DATABASE_URL} gives one.
   */
  public static ConnectionSettings resolve(
      ConnectionFlags flags,
      ConnectionFlags configured,
      Map<String, String> env,
      Path home,
      String osUser) {
    return new ConnectionResolver(env, home, osUser).resolve(flags, configured);
  }

  /**
   * Each thing that is said about the connection and who says it: host, port, user and database
   * always, others where somebody says something. No secrets.
   *
   * @throws dev.pgstow.failure.Failure as {@link #resolve}
   */
  public static List<ConnectionValue> explain(
      ConnectionFlags flags,
      ConnectionFlags configured,
      Map<String, String> env,
      Path home,
      String osUser) {
    ConnectionResolver resolver = new ConnectionResolver(env, home, osUser);
    ConnectionLayers layers = resolver.layers(flags, configured);
    ConnectionSettings settings = resolver.resolve(flags, configured);
    List<ConnectionValue> values = new ArrayList<>();
    for (Keyword keyword : Keyword.values()) {
      layers.explained(keyword).or(() -> settings.byDefault(keyword)).ifPresent(values::add);
    }
    return values;
  }

  private Optional<ConnectionValue> byDefault(Keyword keyword) {
    Optional<String> value =
        switch (keyword) {
          case HOST -> Optional.of(hosts.get(0).host());
          case PORT -> Optional.of(String.valueOf(hosts.get(0).port()));
          case USER -> Optional.of(user);
          case DBNAME -> Optional.of("");
          case SSLMODE -> Optional.of(sslMode.keyword());
          default -> Optional.empty();
        };
    return value.map(
        it -> new ConnectionValue(keyword.keyword(), it, ConnectionSource.DEFAULT, ""));
  }

  /** As {@code user@host:port/database}, without secrets. */
  public String location() {
    String location = locationOf(hosts.get(0), database.or(() -> databaseHint).orElse(""));
    return location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
  }

  /** With another database chosen. */
  public ConnectionSettings withDatabase(String name) {
    return with(hosts, user, password, Optional.of(name), sslMode);
  }

  /** With another role; a password given for the old one is dropped. */
  public ConnectionSettings withUser(String name) {
    return with(hosts, name, name.equals(user) ? password : Optional.empty(), database, sslMode);
  }

  /** With one server in place of all. */
  public ConnectionSettings withHost(HostPort host) {
    return with(List.of(host), user, password, database, sslMode);
  }

  /** With a password; empty asks the password file. */
  public ConnectionSettings withPassword(Optional<Secret> secret) {
    return with(hosts, user, secret, database, sslMode);
  }

  /** With another TLS mode. */
  public ConnectionSettings withSslMode(SslMode mode) {
    return with(hosts, user, password, database, mode);
  }

  /** Where a connection to one of the servers goes, for people. */
  String locationOf(HostPort host, String name) {
    return user + '@' + host + '/' + name;
  }

  /** The password for one server and database: the given one, else the password file's. */
  Optional<Secret> passwordFor(HostPort host, String name) {
    return password.or(() -> passwordFile.find(host, name, user));
  }

  /** A parameter that was given. */
  Optional<String> parameter(Keyword keyword) {
    return Optional.ofNullable(parameters.get(keyword.keyword()));
  }

  @Override
  public String toString() {
    return "ConnectionSettings[" + location() + ", sslmode=" + sslMode.keyword() + "]";
  }

  private ConnectionSettings with(
      List<HostPort> newHosts,
      String newUser,
      Optional<Secret> newPassword,
      Optional<String> newDatabase,
      SslMode newSslMode) {
    return new ConnectionSettings(
        newHosts,
        newUser,
        newPassword,
        newDatabase,
        databaseHint,
        newSslMode,
        parameters,
        urlOnly,
        passwordFile,
        warnings);
  }
}
