package dev.pgstow.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarballTest {
  private static final String LONG_NAME = "package/" + "d/".repeat(60) + "long.sql";

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("into"));
  }

  @Test
  void unpacksFilesAndFoldersWithoutTheWrappingFolder() throws IOException {
    unpack(
        new PackageTarball()
            .entry("package/", TarConstants.LF_DIR, "")
            .file("package/pgpm.plan", "plan")
            .file("package/deploy/a/b.sql", "SELECT 'é';")
            .entry("package/revert/", TarConstants.LF_DIR, "")
            .file(LONG_NAME, "long"));

    assertEquals("plan", Files.readString(folder.resolve("pgpm.plan")));
    assertEquals("SELECT 'é';", Files.readString(folder.resolve("deploy/a/b.sql")));
    assertTrue(Files.isDirectory(folder.resolve("revert")));
    assertEquals("long", Files.readString(folder.resolve(LONG_NAME.substring(8))));
  }

  static List<PackageTarball> hostile() {
    return List.of(
        new PackageTarball().file("package/../../evil", "x"),
        new PackageTarball().file("../evil", "x"),
        new PackageTarball().file("/evil/evil", "x"),
        new PackageTarball().file("evil", "x"),
        new PackageTarball().entry("package/l", TarConstants.LF_SYMLINK, ".."),
        new PackageTarball().entry("package/l/", TarConstants.LF_SYMLINK, ".."),
        new PackageTarball()
            .entry("package/l", TarConstants.LF_SYMLINK, "..")
            .file("package/l/evil", "x"),
        new PackageTarball().entry("package/l", TarConstants.LF_LINK, "package/a"),
        new PackageTarball().entry("package/fifo", TarConstants.LF_FIFO, ""),
        new PackageTarball().entry("package/null", TarConstants.LF_CHR, ""),
        new PackageTarball().file("package/a", "x").file("package/a", "y"),
        new PackageTarball().file("package/a", "x").file("package/a/b", "y"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesTheUnsafeAndWritesNothingOutside(PackageTarball tarball) throws IOException {
    Failure failure = assertThrows(Failure.class, () -> unpack(tarball));

    assertEquals("tarball-unsafe", failure.ident());
    assertTrue(failure.getMessage().contains("@acme/evil@1.0.0"), failure.getMessage());
    try (Stream<Path> beside = Files.list(temp)) {
      assertEquals(
          List.of("a.tgz", "into"), beside.map(p -> p.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void stopsAtTheSizeLimit() throws IOException {
    PackageTarball bomb =
        new PackageTarball()
            .raw("package/zeros", TarConstants.LF_NORMAL, "", new byte[8 << 20])
            .raw("package/more", TarConstants.LF_NORMAL, "", new byte[8 << 20]);
    Tarball tarball = new Tarball(write(bomb.bytes()), "@acme/evil@1.0.0", 10 << 20, 10);

    Failure failure = assertThrows(Failure.class, () -> tarball.unpack(folder));

    assertEquals("tarball-unsafe", failure.ident());
    assertTrue(failure.getMessage().contains("more than"), failure.getMessage());
    assertTrue(Files.size(folder.resolve("more")) < 3 << 20);
  }

  @Test
  void stopsAtTheEntryLimit() throws IOException {
    PackageTarball many = new PackageTarball();
    for (int i = 0; i < 11; i++) {
      many.file("package/" + i, "");
    }
    Tarball tarball = new Tarball(write(many.bytes()), "@acme/evil@1.0.0", 10 << 20, 10);

    assertEquals(
        "tarball-unsafe", assertThrows(Failure.class, () -> tarball.unpack(folder)).ident());
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_GNUTYPE_LONGNAME, TarConstants.LF_PAX_EXTENDED_HEADER_LC})
  void doesNotTakeAnEndlessHeaderIntoMemory(byte flag) {
    byte[] header = new byte[4 << 20];
    Arrays.fill(header, (byte) 'a');

    Failure failure =
        assertThrows(
            Failure.class,
            () ->
                unpack(
                    new PackageTarball()
                        .raw("header", flag, "", header)
                        .file("package/a", "content")));

    assertTrue(
        List.of("tarball-unsafe", "tarball-damaged").contains(failure.ident()), failure.ident());
    assertTrue(isEmpty(folder));
  }

  @Test
  void saysThatADamagedTarballIsDamaged() throws IOException {
    byte[] whole = PackageTarball.module("@acme/a", "1.0.0", "a", "").bytes();
    for (byte[] bytes :
        List.of(
            new byte[0],
            "<html>not found</html>".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length / 2))) {
      Tarball tarball = new Tarball(write(bytes), "@acme/a");
      assertEquals(
          "tarball-damaged", assertThrows(Failure.class, () -> tarball.unpack(folder)).ident());
    }
  }

  private void unpack(PackageTarball tarball) throws IOException {
    new Tarball(write(tarball.bytes()), "@acme/evil@1.0.0").unpack(folder);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(temp.resolve("a.tgz"), bytes);
  }

  private static boolean isEmpty(Path folder) {
    String[] names = folder.toFile().list();
    return names != null && names.length == 0;
  }
}
