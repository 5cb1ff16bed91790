package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be changed by hand, each in an object of its own, is found by that object's name, and
 * nothing else is. In {@code changes.sql} a line {@code --! KIND name qualifier} names the object
 * that the statements under it change.
 */
class ChangedObjectsTest {
  private static final Path FOLDER = Path.of("src/test/resources/drift/changes");

  @Test
  void eachChangeIsFoundAndNothingElseIs() throws Exception {
    check(17);
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 18})
  void eachChangeIsFoundOnTheOtherMajors(int major) throws Exception {
    check(major);
  }

  private static void check(int major) throws IOException, SQLException {
    TestServer server = TestServer.shared(major);
    String database = server.createDatabase();
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(Files.readString(FOLDER.resolve("before.sql")));
      Catalog before = PackageFixtures.read(server, database);
      TreeSet<String> expected = new TreeSet<>();
      for (String change : Files.readString(FOLDER.resolve("changes.sql")).split("(?m)^--! ")) {
        if (!change.isEmpty()) {
          int end = change.indexOf('\n');
          assertTrue(expected.add(change.substring(0, end)), change);
          statement.execute(change.substring(end));
        }
      }
      Catalog after = PackageFixtures.read(server, database);
      CatalogDiff diff = CatalogDiff.between(after, before);
      assertEquals(List.of(), diff.undeclared());
      assertEquals(List.of(), diff.missing());
      TreeSet<String> found = new TreeSet<>();
      diff.changed().forEach(change -> found.add(name(change.identity())));
      assertEquals(expected, found);
    } finally {
      server.dropDatabase(database);
    }
  }

  private static String name(ObjectIdentity identity) {
    String name = identity.schema().map(it -> it + ".").orElse("") + identity.name();
    return (identity.kind() + " " + name + " " + identity.qualifier()).strip();
  }
}
