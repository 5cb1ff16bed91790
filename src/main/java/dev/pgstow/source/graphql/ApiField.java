package dev.pgstow.source.graphql;

import java.util.List;
import java.util.Optional;

/**
 * A field of an API's type.
 *
 * @param arguments of fields that are columns, none but what {@link #isPlain()} says
 */
record ApiField(String name, TypeRef type, List<ApiField> arguments) {
  Optional<ApiField> argument(String wanted) {
    return arguments.stream().filter(argument -> argument.name().equals(wanted)).findFirst();
  }

  /** Whether it can be asked for as it is, like a column; Hasura's JSON may be given a path. */
  boolean isPlain() {
    boolean json = type.name().equals("json") || type.name().equals("jsonb");
    return arguments.isEmpty()
        || (json
            && arguments.size() == 1
            && arguments.get(0).name().equals("path")
            && !arguments.get(0).type().notNull());
  }
}
