package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionSettingsTest {
  @TempDir Path home;
  private final Map<String, String> env = new HashMap<>();

  @Test
  void withoutAnythingItIsTheUserOnLocalhost() {
    ConnectionSettings settings = resolve(ConnectionFlags.none());
    assertEquals(List.of(new HostPort("localhost", 5432)), settings.hosts());
    assertEquals("me", settings.user());
    assertEquals(SslMode.PREFER, settings.sslMode());
    assertEquals(Optional.empty(), settings.database());
    assertEquals(Optional.empty(), settings.databaseHint());
    assertEquals("me@localhost:5432", settings.location());
    assertEquals(List.of(), settings.warnings());
  }

  @Test
  void aSocketOfThatPortIsTheDefaultHost() throws IOException {
    Files.createFile(home.resolve(".s.PGSQL.5433"));
    env.put("PGPORT", "5433");
    assertEquals(
        List.of(new HostPort(home.toString(), 5433)), resolve(ConnectionFlags.none()).hosts());
    env.put("PGPORT", "5434");
    assertEquals("localhost", resolve(ConnectionFlags.none()).hosts().get(0).host());
  }

  @Test
  void theEnvironmentIsRead() {
    env.putAll(
        Map.of(
            "PGHOST", "a,b,/run",
            "PGPORT", "1,,3",
            "PGUSER", "u",
            "PGPASSWORD", "geheim",
            "PGDATABASE", "db",
            "PGSSLMODE", "verify-ca",
            "PGOPTIONS", "-c x=1",
            "PGAPPNAME", "app",
            "PGCONNECT_TIMEOUT", "3",
            "PGTARGETSESSIONATTRS", "primary"));
    ConnectionSettings settings = resolve(ConnectionFlags.none());
    assertEquals(
        List.of(new HostPort("a", 1), new HostPort("b", 5432), new HostPort("/run", 3)),
        settings.hosts());
    assertEquals("u", settings.user());
    assertEquals("geheim", settings.password().orElseThrow().reveal());
    assertEquals(Optional.of("db"), settings.databaseHint());
    assertEquals(SslMode.VERIFY_CA, settings.sslMode());
    assertEquals(
        Map.of(
            "options", "-c x=1",
            "application_name", "app",
            "connect_timeout", "3",
            "target_session_attrs", "primary"),
        settings.parameters());
  }

  @Test
  void flagsBeatTheUrlTheUrlBeatsTheServiceTheServiceBeatsTheEnvironment() throws IOException {
    Files.writeString(
        home.resolve(".pg_service.conf"),
        "# c\n[other]\nhost=x\n[s]\nhost=service\nport=2\nuser=su\ndbname=sd\n\n[t]\nhost=y\n");
    env.putAll(
        Map.of(
            "PGHOST",
            "env",
            "PGPORT",
            "1",
            "PGUSER",
            "eu",
            "PGDATABASE",
            "ed",
            "PGAPPNAME",
            "ea",
            "PGSERVICE",
            "s"));
    ConnectionSettings service = resolve(ConnectionFlags.none());
    assertEquals(List.of(new HostPort("service", 2)), service.hosts());
    assertEquals("su", service.user());
    assertEquals("ea", service.parameters().get("application_name"));
    assertEquals(Optional.of("sd"), service.databaseHint());
    assertEquals(Optional.empty(), service.database());

    env.put("DATABASE_URL", "postgres://uu@url:3/ud");
    ConnectionSettings url = resolve(ConnectionFlags.none());
    assertEquals("uu@url:3/ud", url.location());
    assertEquals(Optional.of("ud"), url.database());
    assertEquals(Optional.empty(), url.databaseHint());

    ConnectionSettings otherUrl = resolve(ConnectionFlags.url("postgres://given"));
    assertEquals("su@given:2/sd", otherUrl.location());

    ConnectionSettings flags =
        resolve(
            new ConnectionFlags(
                Optional.empty(),
                Optional.of("flag"),
                Optional.of("4"),
                Optional.of("fu"),
                Optional.of("fd"),
                Optional.of("require")));
    assertEquals("fu@flag:4/fd", flags.location());
    assertEquals(SslMode.REQUIRE, flags.sslMode());
  }

  @Test
  void keywordsAndValuesAreTakenInPlaceOfAUrl() {
    ConnectionSettings settings =
        resolve(ConnectionFlags.url("host = h port=7 dbname='it\\'s a db' user=a\\ b"));
    assertEquals("a b@h:7/it's a db", settings.location());
  }

  @Test
  void hostaddrIsWhereItConnects() {
    ConnectionSettings settings = resolve(ConnectionFlags.url("host=name hostaddr=::1"));
    assertEquals("me@[::1]:5432", settings.location());
    ConnectionSettings verified =
        resolve(ConnectionFlags.url("host=name hostaddr=::1 sslmode=verify-full"));
    assertEquals("name", verified.hosts().get(0).host());
    assertTrue(verified.warnings().get(0).contains("verify-full"));
  }

  @Test
  void aPasswordOnTheCommandLineIsWarnedAboutAndShownNowhere() {
    ConnectionFlags flags = ConnectionFlags.url("postgresql://u:geheim@h/d?sslpassword=geheim2");
    ConnectionSettings settings = resolve(flags);
    assertEquals("geheim", settings.password().orElseThrow().reveal());
    assertEquals(1, settings.warnings().size());
    for (Object shown : List.of(flags, settings, settings.password(), settings.warnings())) {
      assertFalse(shown.toString().contains("geheim"), shown.toString());
    }
    env.put("DATABASE_URL", "postgresql://u:geheim@h/d");
    assertEquals(List.of(), resolve(ConnectionFlags.none()).warnings());
  }

  @Test
  void whatTheDriverCannotDoIsWarnedAbout() {
    env.put("PGREQUIREPEER", "postgres");
    assertTrue(resolve(ConnectionFlags.none()).warnings().get(0).contains("requirepeer"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "postgres://h:x/d → bad-port",
        "postgres://h:0/d → bad-port",
        "postgres://h:65536/d → bad-port",
        "postgres://u:geheim/x@h/d → bad-url",
        "postgres://u:1/geheim@h/d → bad-url",
        "postgres://u:gehe@im@h/d → bad-url",
        "postgres://[::1/d → bad-url",
        "postgres://h/%zz → bad-url",
        "postgres://h/%00 → bad-url",
        "postgres://h/d?sslmode → bad-url",
        "mysql://u:geheim@h/d → bad-url",
        "geheim → bad-url",
        "postgres://h/d?sslmode=maybe → bad-sslmode",
        "postgres://h/d?schema=geheim&pool=1 → unknown-connection-parameter",
        "postgres://a,b:1,c:2,d:3:4/d → bad-port",
        "host=a,b port=1,2,3 → bad-connection-parameter",
        "host=a,b hostaddr=1.2.3.4 → bad-connection-parameter",
        "host=a connect_timeout=soon → bad-connection-parameter",
        "host=a target_session_attrs=x → bad-connection-parameter",
        "host=a geheim → bad-connection-string",
        "host=a password='geheim → bad-connection-string",
        "host=a pass=geheim → unknown-connection-parameter",
        "service=none → service-not-found",
      })
  void whatCannotBeRightIsAUsageFailure(String url, String ident) {
    Failure failure = assertThrows(Failure.class, () -> resolve(ConnectionFlags.url(url)));
    assertEquals(ident, failure.ident());
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertFalse(failure.getMessage().contains("geheim"), failure.getMessage());
  }

  @Test
  void unknownParametersAreNamed() {
    Failure failure =
        assertThrows(
            Failure.class, () -> resolve(ConnectionFlags.url("postgres://h/d?schema=a&pool=1")));
    assertTrue(failure.getMessage().contains("schema, pool"), failure.getMessage());
  }

  @Test
  void changesKeepTheRest() {
    ConnectionSettings settings = resolve(ConnectionFlags.url("postgres://u:p@h:1/d"));
    assertEquals("u@h:1/e", settings.withDatabase("e").location());
    assertEquals("u@i:2/d", settings.withHost(new HostPort("i", 2)).location());
    assertEquals("v@h:1/d", settings.withUser("v").location());
    assertEquals(Optional.empty(), settings.withUser("v").password());
    assertEquals(settings.password(), settings.withUser("u").password());
    assertEquals(SslMode.DISABLE, settings.withSslMode(SslMode.DISABLE).sslMode());
    assertEquals(Optional.empty(), settings.withPassword(Optional.empty()).password());
  }

  private ConnectionSettings resolve(ConnectionFlags flags) {
    return new ConnectionResolver(env, home, "me", List.of(home))
        .resolve(flags, ConnectionFlags.none());
  }
}
