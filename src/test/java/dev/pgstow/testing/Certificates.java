package dev.pgstow.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority that signs certificates, with the JDK's keytool, as PEM files in a folder. */
public final class Certificates {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final String name;

  /** A certificate and its key, both PEM. */
  public record Pair(Path certificate, Path key) {}

  /** A new authority. */
  public Certificates(Path folder, String name) throws Exception {
    this.folder = folder;
    this.name = name;
    generate(name, "CN=" + name, "-ext", "bc:c");
    keytool(name, "-exportcert", "-rfc", "-alias", name, "-file", authority().toString());
  }

  /** The authority's own certificate. */
  public Path authority() {
    return folder.resolve(name + ".crt");
  }

  /**
   * A signed pair.
   *
   * @param owner the common name: a user's, for a client's certificate
   * @param host what a server may be called; empty for none
   */
  public Pair sign(String owner, String host) throws Exception {
    String file = name + "-" + owner;
    generate(file, "CN=" + owner);
    Path request = folder.resolve(file + ".csr");
    Path certificate = folder.resolve(file + ".crt");
    keytool(file, "-certreq", "-alias", file, "-file", request.toString());
    List<String> sign = new ArrayList<>(List.of("-gencert", "-rfc", "-alias", name));
    sign.addAll(List.of("-infile", request.toString(), "-outfile", certificate.toString()));
    if (!host.isEmpty()) {
      sign.addAll(List.of("-ext", "san=dns:" + host));
    }
    keytool(name, sign.toArray(String[]::new));
    return new Pair(certificate, key(file));
  }

  private void generate(String alias, String owner, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-genkeypair", "-alias", alias));
    arguments.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-dname", owner));
    arguments.addAll(List.of(more));
    keytool(alias, arguments.toArray(String[]::new));
  }

  private void keytool(String store, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store(store).toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    Path out = folder.resolve("keytool.out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command + ": " + Files.readString(out));
    }
  }

  private Path store(String alias) {
    return folder.resolve(alias + ".p12");
  }

  private Path key(String alias) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(store(alias).toFile(), PASSWORD.toCharArray());
    byte[] key = store.getKey(alias, PASSWORD.toCharArray()).getEncoded();
    Path file = folder.resolve(alias + ".key");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + new String(lines.encode(key), StandardCharsets.US_ASCII)
            + "\n-----END PRIVATE KEY-----\n");
  }
}
