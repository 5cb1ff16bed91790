package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.testing.RecordedApi;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Exports the database {@code shop} of the recorded sample into a folder, by whatever way. */
final class ShopExport {
  private static final String SHOP = "a0000000-0000-4000-8000-000000000001";

  private final Path folder;
  private final Cli cli;

  ShopExport(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("pgpm.json"), "{\"packages\": [\"*/*\"]}");
    cli = new Cli(folder);
  }

  SortedMap<String, String> bySql(String database) {
    return export("sql", "--database", database);
  }

  /** Through an API, which is closed then. */
  SortedMap<String, String> through(RecordedApi server) {
    try (server) {
      return export("api", "--graphql-endpoint", server.url(), "--migrate-endpoint", server.url());
    }
  }

  /** What the last export said besides its result. */
  String err() {
    return cli.err();
  }

  private SortedMap<String, String> export(String name, String... origin) {
    List<String> arguments = new ArrayList<>(List.of("export", "--author", "A <a@example.com>"));
    arguments.addAll(List.of("--database-id", SHOP, "--include-secrets"));
    arguments.addAll(List.of("--outdir", name, "--requires", "pgpm"));
    arguments.addAll(List.of(origin));
    assertEquals(0, cli.run(arguments.toArray(String[]::new)), cli::err);
    SortedMap<String, String> files = Trees.read(folder.resolve(name));
    // The one file that says where it all came from.
    files.keySet().removeIf(file -> file.endsWith(".pgstow.json"));
    return files;
  }

  static void assertSame(SortedMap<String, String> expected, SortedMap<String, String> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((file, content) -> assertEquals(content, actual.get(file), file));
  }
}
