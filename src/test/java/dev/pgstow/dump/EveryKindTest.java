package dev.pgstow.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of each kind an added, a missing and a changed object is found, and nothing else is. */
class EveryKindTest {
  /** What goes to all tables that inherit. */
  private static final String TO_ALL = " SET EXPRESSION ";

  private static final Set<ObjectKind> WITHOUT_DROP =
      Set.of(ObjectKind.USER_MAPPING, ObjectKind.DEFAULT, ObjectKind.DEFAULT_PRIVILEGES);

  @Test
  void whatIsAddedMissingAndChangedIsFound() throws Exception {
    check(17);
  }

  @Tag("thorough")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 18})
  void whatIsAddedMissingAndChangedIsFoundOnTheOtherMajors(int major) throws Exception {
    check(major);
  }

  private static void check(int major) throws IOException, SQLException {
    TestServer server = TestServer.shared(major);
    String database = PackageFixtures.database(server, major, PackageFixtures.together());
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(PackageFixtures.SETTINGS);
      Catalog full = PackageFixtures.read(server, database);
      Map<ObjectKind, String> comments = comments(full);
      Set<ObjectIdentity> changed = new LinkedHashSet<>();
      for (CatalogObject object : full.objects()) {
        String comment = comments.get(object.identity().kind());
        if (comment != null && object.create().contains(comment)) {
          statement.execute(comment.substring(0, comment.indexOf(" IS ")) + " IS 'made by hand'");
          changed.add(object.identity());
          comments.remove(object.identity().kind());
        }
      }
      Catalog other = PackageFixtures.read(server, database);
      CatalogDiff diff = CatalogDiff.between(other, full);
      assertEquals(List.of(), diff.undeclared());
      assertEquals(List.of(), diff.missing());
      assertEquals(
          changed, identities(diff.changed().stream().map(CatalogDiff.Change::live).toList()));
      assertTrue(changed.size() > 30, changed::toString);
      Set<ObjectIdentity> dropped = dropOneOfEach(statement, other);
      Catalog less = PackageFixtures.read(server, database);
      CatalogDiff added = CatalogDiff.between(other, less);
      assertEquals(dropped, identities(added.undeclared()));
      assertEquals(List.of(), added.missing());
      assertEquals(List.of(), added.changed());
      assertEquals(dropped, identities(CatalogDiff.between(less, other).missing()));
      assertTrue(dropped.size() > 33, dropped::toString);
    } finally {
      server.dropDatabase(database);
    }
  }

  /** A comment on one object of each kind. */
  private static Map<ObjectKind, String> comments(Catalog catalog) {
    Map<ObjectKind, String> comments = new EnumMap<>(ObjectKind.class);
    for (CatalogObject object : catalog.objects()) {
      object.create().stream()
          .filter(it -> it.startsWith("COMMENT ON ") && it.contains(" IS "))
          .findFirst()
          .ifPresent(it -> comments.putIfAbsent(object.identity().kind(), it));
    }
    return comments;
  }

  /** The last of each kind that nothing needs. */
  private static Set<ObjectIdentity> dropOneOfEach(Statement statement, Catalog catalog)
      throws SQLException {
    Map<ObjectKind, CatalogObject> chosen = new EnumMap<>(ObjectKind.class);
    Set<ObjectIdentity> needed = new HashSet<>();
    catalog.objects().forEach(object -> needed.addAll(object.requires()));
    for (CatalogObject object : catalog.objects()) {
      boolean dropped =
          object.drop().size() == 1
              && !object.drop().get(0).contains(TO_ALL)
              && (object.drop().get(0).contains("DROP ")
                  || WITHOUT_DROP.contains(object.identity().kind()));
      if (dropped && !needed.contains(object.identity())) {
        chosen.put(object.identity().kind(), object);
      }
    }
    for (CatalogObject object : chosen.values()) {
      statement.execute(object.drop().get(0));
    }
    return identities(List.copyOf(chosen.values()));
  }

  private static Set<ObjectIdentity> identities(List<CatalogObject> objects) {
    Set<ObjectIdentity> identities = new HashSet<>();
    objects.forEach(object -> identities.add(object.identity()));
    return identities;
  }
}
