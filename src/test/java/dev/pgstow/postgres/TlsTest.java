package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.testing.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS to a real server, as libpq would have it. */
class TlsTest {
  @TempDir private static Path certificates;
  private static Certificates authority;
  private static Certificates stranger;
  private static EmbeddedPostgres server;
  private static Certificates.Pair ada;

  @TempDir Path home;

  @BeforeAll
  static void start() throws Exception {
    authority = new Certificates(certificates, "authority");
    stranger = new Certificates(certificates, "stranger");
    ada = authority.sign("ada", "");
    Certificates.Pair own = authority.sign("server", "localhost");
    Path access =
        Files.writeString(
            certificates.resolve("hba.conf"),
            """
            hostssl all ada all cert
            hostssl all all all trust
            hostnossl all postgres all trust
            """);
    server =
        EmbeddedPostgres.start(
            Map.of(
                "fsync", "off",
                "ssl", "on",
                "ssl_cert_file", quoted(own.certificate()),
                "ssl_key_file", quoted(own.key()),
                "ssl_ca_file", quoted(authority.authority()),
                "hba_file", quoted(access)));
    try (Session session = connect("user=postgres sslmode=disable", Path.of("no-such-home"))) {
      session.execute("CREATE ROLE ada LOGIN; CREATE ROLE secure LOGIN", "creating roles");
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String quoted(Path file) {
    return "'" + file + "'";
  }

  private static Session connect(String keywords, Path home) {
    String where = "host=localhost port=%d ".formatted(server.port());
    return new Databases(
            ConnectionSettings.resolve(
                ConnectionFlags.url(where + keywords), Map.of(), home, "nobody"))
        .connect("postgres");
  }

  private boolean isEncrypted(String keywords) throws SQLException {
    try (Session session = connect(keywords, home);
        Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private Failure refused(String keywords) {
    return assertThrows(Failure.class, () -> connect(keywords, home).close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow", "prefer", "require"})
  void theseModesEncryptWhereTheServerWantsIt(String mode) throws SQLException {
    assertTrue(isEncrypted("user=secure sslmode=" + mode));
  }

  @Test
  void withoutTlsWhatTheServerWantsIsSaid() {
    assertEquals("ssl-required", refused("user=secure sslmode=disable").ident());
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  void theAuthorityIsChecked(String mode) throws SQLException {
    String with = "user=secure sslmode=" + mode + " sslrootcert=";
    assertTrue(isEncrypted(with + authority.authority()));
    Failure failure = refused(with + stranger.authority());
    assertEquals("ssl-failed", failure.ident());
    assertTrue(failure.getMessage().contains("TLS failed: "), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  void theAuthorityOfTheHomeIsCheckedToo(String mode) throws Exception {
    Files.copy(stranger.authority(), own("root.crt"));
    assertEquals("ssl-failed", refused("user=secure sslmode=" + mode).ident());
    Files.delete(own("root.crt"));
    Files.copy(authority.authority(), own("root.crt"));
    assertTrue(isEncrypted("user=secure sslmode=" + mode));
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify-ca", "verify-full"})
  void withoutAnAuthorityNothingCanBeChecked(String mode) {
    Failure failure = refused("user=secure sslmode=" + mode);
    assertTrue(failure.getMessage().contains("root.crt"), failure.getMessage());
  }

  @Test
  void theHostsNameIsCheckedWhenAllIs() throws SQLException {
    String with = "user=secure hostaddr=127.0.0.1 sslrootcert=" + authority.authority();
    assertTrue(isEncrypted(with + " sslmode=verify-full"));
    String other =
        "host=127.0.0.1 port=%d user=secure sslrootcert=%s"
            .formatted(server.port(), authority.authority());
    assertTrue(isEncrypted(other + " sslmode=verify-ca"));
    List<String> logged = new ArrayList<>();
    Handler console = new Listener(logged);
    Logger.getLogger("").addHandler(console);
    Failure failure = refused(other + " sslmode=verify-full");
    Logger.getLogger("").removeHandler(console);
    assertEquals("ssl-failed", failure.ident());
    assertTrue(failure.getMessage().contains("127.0.0.1"), failure.getMessage());
    assertEquals(List.of(), logged, "the driver writes nothing on a terminal");
  }

  private static final class Listener extends Handler {
    private final List<String> logged;

    Listener(List<String> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord record) {
      logged.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void aKeyWithAPassphraseIsNotAskedFor() throws Exception {
    Path key = home.resolve("closed.pk8");
    Files.write(key, encrypted(ada.key(), "changeit"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    String with = "user=ada sslmode=require sslcert=%s sslkey=%s".formatted(ada.certificate(), key);
    assertTrue(isEncrypted(with + " sslpassword=changeit"));
    Failure failure = refused(with);
    assertEquals("ssl-passphrase", failure.ident());
  }

  private static byte[] encrypted(Path pem, String passphrase) throws Exception {
    String text = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
    String algorithm = "PBEWithMD5AndDES";
    Cipher cipher = Cipher.getInstance(algorithm);
    SecretKey secret =
        SecretKeyFactory.getInstance(algorithm)
            .generateSecret(new PBEKeySpec(passphrase.toCharArray()));
    cipher.init(
        Cipher.ENCRYPT_MODE,
        secret,
        new PBEParameterSpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 2048));
    byte[] bytes = cipher.doFinal(Base64.getMimeDecoder().decode(text));
    return new EncryptedPrivateKeyInfo(cipher.getParameters(), bytes).getEncoded();
  }

  @Test
  void aCertificateIsAPassword() throws Exception {
    String given =
        "user=ada sslmode=require sslcert=%s sslkey=%s".formatted(ada.certificate(), ada.key());
    assertTrue(isEncrypted(given));
    Files.copy(ada.certificate(), own("postgresql.crt"));
    Files.copy(ada.key(), own("postgresql.key"));
    assertTrue(isEncrypted("user=ada sslmode=require"));
  }

  @Test
  void withoutItsCertificateTheRoleIsRefused() {
    assertEquals("login-rejected", refused("user=ada sslmode=require").ident());
  }

  @Test
  void aKeyThatOthersMayReadIsNotUsed() throws IOException {
    Path key = home.resolve("open.key");
    Files.copy(ada.key(), key);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    Failure failure =
        refused("user=ada sslmode=require sslcert=%s sslkey=%s".formatted(ada.certificate(), key));
    assertTrue(failure.getMessage().contains("open.key"), failure.getMessage());
  }

  private Path own(String name) throws IOException {
    return Files.createDirectories(home.resolve(".postgresql")).resolve(name);
  }
}
