package dev.pgstow.dump;

import dev.pgstow.catalog.CatalogObject;
import java.nio.charset.StandardCharsets;

/** What a manifest says of an object's text. */
public final class ObjectHash {
  private ObjectHash() {}

  /** The hex sha256 that the manifest of a dump of the object has. */
  public static String of(CatalogObject object) {
    return Sha256.of(ObjectText.of(object).getBytes(StandardCharsets.UTF_8));
  }
}
