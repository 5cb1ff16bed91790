package dev.pgstow.source.graphql;

import java.util.List;
import java.util.Optional;

/**
 * A field of an API's type.
 *
 * @param arguments none of fields that are columns
 */
record ApiField(String name, TypeRef type, List<ApiField> arguments) {
  Optional<ApiField> argument(String wanted) {
    return arguments.stream().filter(argument -> argument.name().equals(wanted)).findFirst();
  }
}
