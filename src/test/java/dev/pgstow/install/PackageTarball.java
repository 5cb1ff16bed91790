package dev.pgstow.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes tarballs as npm does, and such as npm never would. */
final class PackageTarball {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar;

  PackageTarball() {
    try {
      tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8");
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole module; {@code dependencies} is the inside of a JSON object. */
  static PackageTarball module(
      String npmName, String version, String controlName, String dependencies) {
    return new PackageTarball()
        .file(
            "package/package.json",
            "{\"name\": \"%s\", \"version\": \"%s\", \"dependencies\": {%s}}"
                .formatted(npmName, version, dependencies))
        .file("package/" + controlName + ".control", "default_version = '0.0.1'\n")
        .file(
            "package/pgpm.plan",
            "%syntax-version=1.0.0\n%project=" + controlName + "\n%uri=" + controlName + "\n")
        .file("package/deploy/schemas/a.sql", "SELECT 1;\n");
  }

  PackageTarball file(String name, String content) {
    return raw(name, TarConstants.LF_NORMAL, "", content.getBytes(StandardCharsets.UTF_8));
  }

  PackageTarball entry(String name, byte flag, String linkTo) {
    return raw(name, flag, linkTo, new byte[0]);
  }

  PackageTarball raw(String name, byte flag, String linkTo, byte[] content) {
    try {
      TarArchiveEntry entry = new TarArchiveEntry(name, flag, true);
      entry.setLinkName(linkTo);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      tar.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
