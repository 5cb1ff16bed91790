package dev.pgstow.catalog;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which objects are members of an extension. */
final class Members {
  private final Map<Address, Long> extensions = new HashMap<>();

  void add(Address member, long extension) {
    extensions.put(member, extension);
  }

  boolean has(Address row) {
    return extensions.containsKey(row);
  }

  Optional<Long> extension(Address member) {
    return Optional.ofNullable(extensions.get(member));
  }

  Map<Address, Long> all() {
    return Collections.unmodifiableMap(extensions);
  }
}
