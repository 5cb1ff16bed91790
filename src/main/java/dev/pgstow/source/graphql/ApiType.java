package dev.pgstow.source.graphql;

import java.util.List;
import java.util.Optional;

/**
 * A type of an API.
 *
 * @param fields of an object, or inputs of an input object
 * @param values of an enum
 */
record ApiType(
    String name, Kind kind, String description, List<ApiField> fields, List<String> values) {
  enum Kind {
    SCALAR,
    OBJECT,
    INTERFACE,
    UNION,
    ENUM,
    INPUT_OBJECT
  }

  Optional<ApiField> field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
  }

  boolean has(String wanted) {
    return field(wanted).isPresent();
  }
}
