package dev.pgstow.source.graphql;

import com.fasterxml.jackson.databind.JsonNode;
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
  private static final String IS_NULL = "isNull";
  private static final String FROM = "greaterThanOrEqualTo";
  private static final String TO = "lessThanOrEqualTo";
  private static final String EQUAL_TO = "equalTo";
  private static final List<String> EQUALS = List.of(EQUAL_TO, "eq", "_eq");

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

  /**
   * The rows in whose column there is a value, where NULL can be asked for and ids by range: as the
   * filters of PostGraphile and Constructive can.
   */
  static Optional<Match> filled(ApiSchema schema, ApiTable table, ApiColumn column) {
    return table
        .filter()
        .filter(argument -> operators(schema, argument, "id").containsAll(List.of(FROM, TO)))
        .filter(argument -> operators(schema, argument, column.field().name()).contains(IS_NULL))
        .map(
            argument -> {
              ObjectNode node = JsonNodeFactory.instance.objectNode();
              node.putObject(column.field().name()).put(IS_NULL, false);
              return new Match(argument, node);
            });
  }

  private static List<String> operators(ApiSchema schema, ApiField argument, String column) {
    return schema
        .type(argument.type())
        .flatMap(input -> input.field(column))
        .flatMap(input -> schema.type(input.type()))
        .map(type -> type.fields().stream().map(ApiField::name).toList())
        .orElse(List.of());
  }

  /** The rows whose column is between two values, both included. */
  Match between(String column, String from, String to) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putObject(column).put(FROM, from).put(TO, to);
    return new Match(argument, node);
  }

  /** The rows whose column has a value, as the API shows it. */
  Match equalTo(String column, JsonNode shown) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putObject(column).set(EQUAL_TO, shown);
    return new Match(argument, node);
  }

  /** The rows that the other takes too. */
  Match and(Match other) {
    ObjectNode both = value.deepCopy();
    other
        .value()
        .properties()
        .forEach(
            column ->
                both.withObjectProperty(column.getKey())
                    .setAll((ObjectNode) column.getValue().deepCopy()));
    return new Match(argument, both);
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
