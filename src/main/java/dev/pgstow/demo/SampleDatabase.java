package dev.pgstow.demo;

import java.util.List;
import java.util.UUID;

/**
 * A row of the sample's {@code metaschema_public.database}.
 *
 * @param id as in {@code server/schemas.sql}
 */
record SampleDatabase(UUID id, String name) {
  static final List<SampleDatabase> ALL =
      List.of(
          new SampleDatabase(UUID.fromString("b00c5409-0000-4000-8000-000000000001"), "bookshop"),
          new SampleDatabase(UUID.fromString("be750000-0000-4000-8000-000000000002"), "pets"));
}
