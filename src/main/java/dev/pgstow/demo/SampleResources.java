package dev.pgstow.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The SQL texts the sample is made of. */
final class SampleResources {
  /** Dependencies first. */
  private static final List<String> MODULES =
      List.of(
          "pgpm-verify",
          "pgpm-types",
          "pgpm-jwt-claims",
          "metaschema-schema",
          "services",
          "metaschema-modules",
          "db-migrate");

  private final InternalNames names = new InternalNames();

  /** The modules deployed on the sample server, dependencies first. */
  List<ChangeBook> modules() {
    return MODULES.stream()
        .map(name -> ChangeBookParser.parse(name, text("modules/" + name + ".sql")))
        .toList();
  }

  /** What was done in a database of the sample server. */
  ChangeBook actions(String database) {
    return ChangeBookParser.parse(database, script("actions/" + database + ".sql"));
  }

  /** A script, internal names in place. */
  String script(String path) {
    return names.expand(text(path));
  }

  private static String text(String path) {
    try (InputStream in = SampleResources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("This build lacks its resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
