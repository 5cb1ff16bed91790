package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the rows whose column has one value.
 *
 * @param argument of the root field
 * @param value what it is given: {@code {databaseId: …}}, or with an operator in between
 */
record Match(ApiField argument, ObjectNode value) {
  private static final List<String> EQUALS = List.of("equalTo", "eq", "_eq");

  /** Empty where the API can't be asked so: PostGraphile 5 takes columns with an index only. */
  static Optional<Match> of(ApiSchema schema, ApiTable table, ApiColumn column, String value) {
    return table
        .filter()
        .flatMap(
            argument ->
                schema
                    .type(argument.type())
                    .flatMap(input -> input.field(column.field().name()))
                    .flatMap(input -> value(schema, input, value))
                    .map(node -> new Match(argument, node)));
  }

  private static Optional<ObjectNode> value(ApiSchema schema, ApiField input, String value) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Optional<ApiType> operators =
        schema.type(input.type()).filter(type -> type.kind() == ApiType.Kind.INPUT_OBJECT);
    if (operators.isEmpty()) {
      return Optional.of(node.put(input.name(), value));
    }
    Optional<String> equals = EQUALS.stream().filter(operators.orElseThrow()::has).findFirst();
    equals.ifPresent(operator -> node.putObject(input.name()).put(operator, value));
    return equals.map(operator -> node);
  }
}
