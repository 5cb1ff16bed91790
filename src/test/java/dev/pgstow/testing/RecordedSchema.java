package dev.pgstow.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A schema with rows under its root fields, filtered, ordered and paged as the arguments say. */
final class RecordedSchema {
  static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};
  private static final TypeReference<List<LinkedHashMap<String, Object>>> ROWS =
      new TypeReference<>() {};

  /** How recordings write JSON's null, which no server tells from NULL. */
  private static final Map<String, Object> JSON_NULL = Map.of("JSON", "null");

  private final GraphQL graphql;
  private final int longestPage;

  RecordedSchema(String schema, JsonNode recorded, ObjectMapper mapper, int longestPage) {
    this.longestPage = longestPage;
    TypeDefinitionRegistry types = new SchemaParser().parse(schema);
    RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
    types.scalars().values().stream()
        .filter(scalar -> !ScalarInfo.isGraphqlSpecifiedScalar(scalar.getName()))
        .forEach(scalar -> wiring.scalar(asRecorded(scalar)));
    types
        .getTypes(graphql.language.InterfaceTypeDefinition.class)
        .forEach(it -> wiring.type(it.getName(), type -> type.typeResolver(object -> null)));
    String root =
        types
            .schemaDefinition()
            .map(it -> it.getOperationTypeDefinitions().get(0).getTypeName().getName())
            .orElse("Query");
    wiring.type(
        root,
        type -> {
          recorded
              .properties()
              .forEach(
                  table -> {
                    List<LinkedHashMap<String, Object>> rows =
                        mapper.convertValue(table.getValue(), ROWS);
                    type.dataFetcher(table.getKey(), asked -> page(asked, rows));
                  });
          return type;
        });
    graphql =
        GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring.build()))
            .build();
  }

  Map<String, Object> execute(ExecutionInput input) {
    return graphql.execute(input).toSpecification();
  }

  private static GraphQLScalarType asRecorded(ScalarTypeDefinition scalar) {
    return GraphQLScalarType.newScalar().name(scalar.getName()).coercing(new AsRecorded()).build();
  }

  private Object page(DataFetchingEnvironment asked, List<LinkedHashMap<String, Object>> recorded) {
    List<LinkedHashMap<String, Object>> rows = new ArrayList<>(recorded);
    for (String filter : List.of("where", "filter", "condition")) {
      Map<String, Object> wanted = asked.getArgument(filter);
      if (wanted != null) {
        wanted.forEach((column, value) -> rows.removeIf(row -> !matches(row.get(column), value)));
      }
    }
    order(asked).ifPresent(rows::sort);
    return isList(asked.getFieldType()) ? offset(asked, rows) : relay(asked, rows);
  }

  private static boolean matches(Object value, Object wanted) {
    return wanted instanceof Map<?, ?> operators
        ? operators.entrySet().stream().allMatch(operator -> matches(value, operator))
        : String.valueOf(value).equals(String.valueOf(wanted));
  }

  private static boolean matches(Object value, Map.Entry<?, ?> operator) {
    if (operator.getValue() instanceof Map<?, ?> wanted) {
      return value instanceof Map<?, ?> parts
          && wanted.entrySet().stream()
              .allMatch(
                  part ->
                      new BigDecimal(String.valueOf(parts.get(part.getKey())))
                              .compareTo(new BigDecimal(String.valueOf(part.getValue())))
                          == 0);
    }
    int order = String.valueOf(value).compareTo(String.valueOf(operator.getValue()));
    return switch (String.valueOf(operator.getKey())) {
      case "isNull" -> operator.getValue().equals(value == null);
      case "lessThanOrEqualTo" -> order <= 0;
      case "greaterThanOrEqualTo" -> order >= 0;
      default -> order == 0;
    };
  }

  private static java.util.Optional<Comparator<Map<String, Object>>> order(
      DataFetchingEnvironment asked) {
    Object order = asked.getArgument(asked.containsArgument("orderBy") ? "orderBy" : "order_by");
    if (!(order instanceof List<?> columns) || columns.isEmpty()) {
      return java.util.Optional.empty();
    }
    String column =
        columns.get(0) instanceof Map<?, ?> one
            ? String.valueOf(one.keySet().iterator().next())
            : String.valueOf(columns.get(0)).replaceFirst("_ASC$", "").toLowerCase(Locale.ROOT);
    return java.util.Optional.of(
        (a, b) ->
            a.get(column) instanceof Number
                ? new BigDecimal(a.get(column).toString())
                    .compareTo(new BigDecimal(b.get(column).toString()))
                : a.get(column).toString().compareTo(b.get(column).toString()));
  }

  private static boolean isList(GraphQLType type) {
    return type instanceof GraphQLList
        || (type instanceof GraphQLNonNull some && isList(some.getWrappedType()));
  }

  private Object offset(DataFetchingEnvironment asked, List<LinkedHashMap<String, Object>> rows) {
    int from = Math.min(rows.size(), asked.getArgumentOrDefault("offset", 0));
    int limit = Math.min(longestPage, asked.getArgumentOrDefault("limit", longestPage));
    return rows.subList(from, Math.min(rows.size(), from + limit));
  }

  private Object relay(DataFetchingEnvironment asked, List<LinkedHashMap<String, Object>> rows) {
    String after = asked.getArgument("after");
    int from = after == null ? 0 : Integer.parseInt(after.substring("after-".length()));
    Integer first = asked.getArgument("first");
    int until =
        Math.min(rows.size(), from + Math.min(longestPage, first == null ? longestPage : first));
    List<LinkedHashMap<String, Object>> some = rows.subList(from, until);
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("hasNextPage", until < rows.size());
    page.put("hasPreviousPage", from > 0);
    page.put("endCursor", some.isEmpty() ? null : "after-" + until);
    return Map.of(
        "nodes",
        some,
        "edges",
        some.stream().map(row -> Map.of("cursor", "here", "node", row)).toList(),
        "totalCount",
        rows.size(),
        "pageInfo",
        page);
  }

  /** Gives and takes values as they are. */
  private static final class AsRecorded implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return JSON_NULL.equals(value) ? null : value;
    }

    @Override
    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseLiteral(
        Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
      throw new IllegalArgumentException("values go into variables");
    }
  }
}
