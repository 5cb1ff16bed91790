package dev.pgstow.catalog;

import java.util.List;

/**
 * What to read.
 *
 * @param schemas only these, with what is in them; empty for all
 * @param excludedSchemas not these
 * @param owners whether owners are carried
 * @param privileges whether grants and default privileges are carried
 */
public record CatalogOptions(
    List<String> schemas, List<String> excludedSchemas, boolean owners, boolean privileges) {

  public CatalogOptions {
    schemas = List.copyOf(schemas);
    excludedSchemas = List.copyOf(excludedSchemas);
  }
}
