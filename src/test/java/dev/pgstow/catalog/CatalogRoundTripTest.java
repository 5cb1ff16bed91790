package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Read, loaded into an empty database and read again, each group of objects is the same. */
class CatalogRoundTripTest extends CatalogTestBase {
  @ParameterizedTest
  @ValueSource(strings = {"relations", "code", "operators", "foreign", "circles"})
  void theReloadedDatabaseReadsTheSame(String group) {
    Catalog catalog = read(database(sql("roles"), sql(group)));
    assertEquals(List.of(), catalog.omissions());
    assertEquals(catalog.seen(), catalog.written());
    Set<ObjectIdentity> before = new HashSet<>();
    for (CatalogObject object : catalog.objects()) {
      assertTrue(before.containsAll(object.requires()), () -> Describe.of(object.identity()));
      assertTrue(before.add(object.identity()), () -> Describe.of(object.identity()));
    }
    String reloaded = load(catalog);
    Catalog again = read(reloaded);
    assertEquals(text(catalog), text(again));
    assertEquals(catalog.seen(), again.seen());

    List<CatalogObject> backwards = new ArrayList<>(again.objects());
    Collections.reverse(backwards);
    for (CatalogObject object : backwards) {
      execute(reloaded, String.join(";\n", object.drop()));
    }
    assertEquals("", text(read(reloaded)));
  }

  private static String sql(String group) {
    try (InputStream resource =
        Objects.requireNonNull(
            CatalogRoundTripTest.class.getResourceAsStream("/catalog-groups/" + group + ".sql"))) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
