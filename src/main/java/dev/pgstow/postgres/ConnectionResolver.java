package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays what flags, URL, service file and environment say over one another in libpq's order, and
 * fills in libpq's defaults.
 */
final class ConnectionResolver {
  /** Where PostgreSQL's own build and Debian's put sockets. */
  private static final List<Path> SOCKET_FOLDERS =
      List.of(Path.of("/var/run/postgresql"), Path.of("/tmp"));

  /** Debian's {@code pg_config --sysconfdir}; elsewhere PGSYSCONFDIR says. */
  private static final String SYSTEM_FOLDER = "/etc/postgresql-common";

  /** What flags of their own repeat, and what no command line repeats. */
  private static final Set<Keyword> BY_FLAGS_OR_SECRET =
      Set.of(
          Keyword.HOST,
          Keyword.HOSTADDR,
          Keyword.PORT,
          Keyword.USER,
          Keyword.DBNAME,
          Keyword.SSLMODE,
          Keyword.PASSWORD,
          Keyword.SSLPASSWORD);

  private final Map<String, String> env;
  private final Path home;
  private final String osUser;
  private final List<Path> socketFolders;
  private final List<String> warnings = new ArrayList<>();

  ConnectionResolver(Map<String, String> env, Path home, String osUser) {
    this(env, home, osUser, SOCKET_FOLDERS);
  }

  ConnectionResolver(Map<String, String> env, Path home, String osUser, List<Path> socketFolders) {
    this.env = env;
    this.home = home;
    this.osUser = osUser;
    this.socketFolders = socketFolders;
  }

  ConnectionSettings resolve(ConnectionFlags flags, ConnectionFlags configured) {
    ConnectionLayers layers = layers(flags, configured);
    EnumMap<Keyword, String> all = layers.values();
    Optional<String> name = Optional.ofNullable(all.get(Keyword.DBNAME));
    boolean chosen = layers.isChosen(Keyword.DBNAME);

    new OwnCertificates(home, env).fillIn(all);
    SslMode sslMode = SslMode.of(all.getOrDefault(Keyword.SSLMODE, SslMode.PREFER.keyword()));
    ServerList servers = new ServerList(socketFolders);
    List<HostPort> hosts = servers.of(all, sslMode, warnings);
    PasswordFile passwords = PasswordFile.read(passwordFile(all), warnings);
    return new ConnectionSettings(
        hosts,
        all.getOrDefault(Keyword.USER, osUser),
        Optional.ofNullable(all.get(Keyword.PASSWORD)).map(Secret::new),
        chosen ? name : Optional.empty(),
        chosen ? Optional.empty() : name,
        sslMode,
        parameters(all),
        urlOnly(flags),
        passwords,
        warnings);
  }

  /** Who says what, the strongest first. */
  ConnectionLayers layers(ConnectionFlags flags, ConnectionFlags configured) {
    ConnectionLayers layers = new ConnectionLayers();
    layers.add(ConnectionSource.FLAG, "", flagValues(flags));
    flags
        .url()
        .filter(url -> !url.isEmpty())
        .ifPresent(url -> layers.add(ConnectionSource.FLAG, "--url", url("The URL", url)));
    if (flags.url().isPresent() && layers.values().containsKey(Keyword.PASSWORD)) {
      warnings.add(
          "A password on the command line can be seen by other users of this machine and stays in "
              + "the shell's history; PGPASSWORD or a password file keeps it private.");
    }
    String fromEnvironment = env.getOrDefault("DATABASE_URL", "");
    if (flags.url().isEmpty() && !fromEnvironment.isEmpty()) {
      layers.add(
          ConnectionSource.DATABASE_URL, "DATABASE_URL", url("DATABASE_URL", fromEnvironment));
    }
    EnumMap<Keyword, String> environment = environment();
    EnumMap<Keyword, String> file = flagValues(configured);
    if (fromEnvironment.isEmpty()) {
      configured
          .url()
          .map(url -> url("The url of the configuration", url))
          .ifPresent(values -> values.forEach(file::putIfAbsent));
    }
    String service =
        layers
            .value(Keyword.SERVICE)
            .or(() -> Optional.ofNullable(environment.get(Keyword.SERVICE)))
            .or(() -> Optional.ofNullable(file.get(Keyword.SERVICE)))
            .orElse("");
    if (!service.isEmpty()) {
      layers.add(
          ConnectionSource.SERVICE,
          "service " + service,
          ServiceFile.find(service, serviceFiles()));
    }
    layers.add(ConnectionSource.ENVIRONMENT, "", environment);
    layers.add(ConnectionSource.CONFIGURATION, "", file);
    return layers;
  }

  private static EnumMap<Keyword, String> flagValues(ConnectionFlags flags) {
    EnumMap<Keyword, String> values = new EnumMap<>(Keyword.class);
    flags.host().ifPresent(host -> values.put(Keyword.HOST, host));
    flags.port().ifPresent(port -> values.put(Keyword.PORT, port));
    flags.user().ifPresent(user -> values.put(Keyword.USER, user));
    flags.database().ifPresent(database -> values.put(Keyword.DBNAME, database));
    flags.sslMode().ifPresent(mode -> values.put(Keyword.SSLMODE, mode));
    values.values().removeIf(String::isEmpty);
    return values;
  }

  private static Map<String, String> urlOnly(ConnectionFlags flags) {
    Map<String, String> only = new HashMap<>();
    flags
        .url()
        .filter(url -> !url.isEmpty())
        .map(url -> url("The URL", url))
        .ifPresent(
            values -> {
              values.keySet().removeAll(BY_FLAGS_OR_SECRET);
              values.forEach((keyword, value) -> only.put(keyword.keyword(), value));
            });
    return only;
  }

  private static EnumMap<Keyword, String> url(String source, String url) {
    if (ConnectionUrl.isUrl(url)) {
      return ConnectionUrl.parse(source, url);
    }
    if (url.indexOf('=') >= 0 && !url.contains("://")) {
      return KeywordValues.parse(url);
    }
    throw Failure.usage(
        "bad-url",
        source + " is no PostgreSQL URL.",
        "Write it like postgresql://user@host:5432/database?sslmode=require.");
  }

  private EnumMap<Keyword, String> environment() {
    EnumMap<Keyword, String> values = new EnumMap<>(Keyword.class);
    for (Keyword keyword : Keyword.values()) {
      String value = env.getOrDefault(keyword.variable(), "");
      if (!value.isEmpty()) {
        values.put(keyword, value);
      }
    }
    return values;
  }

  private List<Path> serviceFiles() {
    String own = env.getOrDefault("PGSERVICEFILE", "");
    String system = env.getOrDefault("PGSYSCONFDIR", "");
    return List.of(
        own.isEmpty() ? home.resolve(".pg_service.conf") : Path.of(own),
        Path.of(system.isEmpty() ? SYSTEM_FOLDER : system, "pg_service.conf"));
  }

  private Path passwordFile(Map<Keyword, String> values) {
    String given = values.getOrDefault(Keyword.PASSFILE, "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    String appData = env.getOrDefault("APPDATA", "");
    return File.separatorChar == '\\' && !appData.isEmpty()
        ? Path.of(appData, "postgresql", "pgpass.conf")
        : home.resolve(".pgpass");
  }

  private Map<String, String> parameters(Map<Keyword, String> all) {
    Map<String, String> parameters = new HashMap<>();
    all.forEach(
        (keyword, value) -> {
          if (keyword.support() == Keyword.Support.MISSING) {
            warnings.add(
                "The connection parameter "
                    + keyword.keyword()
                    + " is not supported; it has no effect.");
          } else {
            ParameterValues.check(keyword, value);
            parameters.put(keyword.keyword(), value);
          }
        });
    for (Keyword own :
        List.of(
            Keyword.HOST,
            Keyword.HOSTADDR,
            Keyword.PORT,
            Keyword.USER,
            Keyword.PASSWORD,
            Keyword.DBNAME,
            Keyword.SERVICE,
            Keyword.PASSFILE,
            Keyword.SSLMODE)) {
      parameters.remove(own.keyword());
    }
    return parameters;
  }
}
