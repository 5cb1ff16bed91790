package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.CatalogReader;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.TestServer;
import dev.pgstow.testing.TestSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Databases with the fixtures of all kinds in them. */
final class PackageFixtures {
  /** What the texts of a catalog take for granted. */
  static final String SETTINGS =
      "SET search_path = ''; SET check_function_bodies = false; SET client_min_messages = warning";

  private PackageFixtures() {}

  /** A database with some fixtures; the caller drops it. */
  static String database(TestServer server, int major, List<Fixture> fixtures) throws IOException {
    String database = RoundTrip.on(major, Path.of("")).database();
    List<Path> files =
        fixtures.stream().filter(it -> it.since() <= major).map(Fixture::file).toList();
    RoundTrip.on(major, Path.of("")).client().load(database, files);
    return database;
  }

  /** Those that go together, for a server without ICU. */
  static List<Fixture> together() throws IOException {
    return Fixture.all().stream()
        .filter(it -> !it.alone() && !it.needsIcu() && !it.name().startsWith("application"))
        .toList();
  }

  static Catalog read(TestServer server, String database) {
    try (Session session = TestSessions.databases(server).connect(database)) {
      return new CatalogReader(session).read(RoundTrip.EVERYTHING, ProgressListener.none());
    }
  }

  /** What makes each object. */
  static Map<ObjectIdentity, List<String>> texts(Catalog catalog) {
    Map<ObjectIdentity, List<String>> texts = new LinkedHashMap<>();
    for (CatalogObject object : catalog.objects()) {
      texts.put(object.identity(), object.create());
    }
    return texts;
  }
}
