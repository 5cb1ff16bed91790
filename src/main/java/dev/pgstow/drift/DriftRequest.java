package dev.pgstow.drift;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.postgres.ScratchPlace;

/**
 * What to compare.
 *
 * @param database the live one
 * @param source what it should be
 * @param narrow what of both is compared; the source may leave out more
 * @param place where the source is loaded
 */
public record DriftRequest(
    String database, DeclaredSource source, CatalogOptions narrow, ScratchPlace place) {
  /** All that the source carries, compared on an embedded server. */
  public static DriftRequest of(String database, DeclaredSource source) {
    return new DriftRequest(database, source, Scope.ALL, new ScratchPlace.Embedded());
  }
}
