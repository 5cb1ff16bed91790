package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** How many rows several readings have, where the API tells totals. */
record CountQuery(List<Reading> readings) implements Query<List<Long>> {
  @Override
  public String doing() {
    return "counting the rows of "
        + readings.stream().map(Reading::label).collect(Collectors.joining(", "));
  }

  @Override
  public String text() {
    StringBuilder declarations = new StringBuilder();
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      fields.append(" t").append(i).append(": ").append(reading.table().field().name());
      StringJoiner arguments = new StringJoiner(", ", "(", ")").setEmptyValue("");
      if (reading.table().field().argument("first").isPresent()) {
        // Servers with a limit on what a query may cost take an unlimited one for large.
        arguments.add("first: 1");
      }
      if (reading.match().isPresent()) {
        ApiField argument = reading.match().orElseThrow().argument();
        declarations.append("$m").append(i).append(": ").append(argument.type().text()).append(' ');
        arguments.add(argument.name() + ": $m" + i);
      }
      fields.append(arguments).append(" { totalCount }");
    }
    return "query Counts"
        + (declarations.isEmpty() ? "" : "(" + declarations + ")")
        + " {"
        + fields
        + " }";
  }

  @Override
  public ObjectNode variables() {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < readings.size(); i++) {
      String name = "m" + i;
      readings.get(i).match().ifPresent(match -> variables.set(name, match.value()));
    }
    return variables;
  }

  @Override
  public List<Long> read(JsonParser data) throws IOException {
    JsonNode answer = data.readValueAsTree();
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      counts.add(answer.path("t" + i).path("totalCount").asLong());
    }
    return counts;
  }
}
