package dev.pgstow.source.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that a server may have changed are told, all others are not. */
class LossyValuesTest {
  private static final Server FIVE = new Server(Server.JsonForm.VALUE, true, true);
  private static final Server FOUR = new Server(Server.JsonForm.TEXT, true, false);
  private static final Server HASURA = new Server(Server.JsonForm.VALUE, false, false);

  private final List<String> losses = new ArrayList<>();

  private String read(Server server, String type, String json) throws IOException {
    TypeRef bound = reference("DateRangeBound");
    List<ApiType> types =
        List.of(
            scalar("Date"),
            scalar("Time"),
            scalar("Float"),
            object("Interval", IntervalValues.FIELDS.stream().map(it -> field(it, "Int"))),
            object("DateRange", Stream.of("start", "end").map(it -> field(it, bound.name()))),
            object("DateRangeBound", Stream.of(field("value", "Date"))),
            object("IntRange", Stream.of("start", "end").map(it -> field(it, "IntRangeBound"))),
            object("IntRangeBound", Stream.of(field("value", "Float"))));
    ApiSchema schema =
        new ApiSchema(
            types.get(0),
            types.stream()
                .collect(
                    java.util.stream.Collectors.toMap(
                        ApiType::name, java.util.function.Function.identity())));
    ValueReader reader =
        new ColumnTypes(schema, DocumentedTables.load(), server)
            .of(reference(type), Optional.empty(), losses::add)
            .orElseThrow()
            .reader();
    try (JsonParser parser = new ObjectMapper().createParser(json)) {
      parser.nextToken();
      return String.valueOf(reader.read(parser, losses::add));
    }
  }

  private static TypeRef reference(String name) {
    return new TypeRef(name, 0, false, name);
  }

  private static ApiField field(String name, String type) {
    return new ApiField(name, reference(type), List.of());
  }

  private static ApiType scalar(String name) {
    return new ApiType(name, ApiType.Kind.SCALAR, "", List.of(), List.of());
  }

  private static ApiType object(String name, Stream<ApiField> fields) {
    return new ApiType(name, ApiType.Kind.OBJECT, "", fields.toList(), List.of());
  }

  private void assertTold(@Nullable String word) {
    assertEquals(word == null ? 0 : 1, losses.size(), losses::toString);
    assertTrue(
        losses.stream().allMatch(loss -> loss.contains(String.valueOf(word))), losses::toString);
  }

  /** Years to seconds, as the server shows them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 0 0 0 0|00:00:00|negative seconds|as 00:00:00",
        "0 0 0 0 0 -1|-00:00:01|negative seconds|",
        "0 0 1 -1 0 0|1 day -01:00:00|negative seconds|",
        "0 0 0 0 0 -1.5|-00:00:01.5||",
        "0 0 0 0 0 1|00:00:01||",
        "0 0 30 0 0 0|30 days||",
        "0 -1 2 -3 -4 -5.678901|-1 mons +2 days -03:04:05.678901||",
        "0 -1 2 3 0 0|-1 mons +2 days 03:00:00||",
        "-1 0 0 1 0 0|-1 years +01:00:00||",
      })
  void intervals(String shown, String text, @Nullable String five, @Nullable String four)
      throws IOException {
    Map<String, String> json = new LinkedHashMap<>();
    String[] parts = shown.split(" ", -1);
    for (int i = 0; i < parts.length; i++) {
      json.put("\"" + IntervalValues.FIELDS.get(i) + "\"", parts[i]);
    }
    String interval = json.toString().replace('=', ':');
    assertEquals(text, read(FIVE, "Interval", interval));
    assertTold(five);
    losses.clear();
    assertEquals(text, read(FOUR, "Interval", interval));
    assertTold(four);
    losses.clear();
    assertEquals(text, read(HASURA, "Interval", interval));
    assertTold(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Interval|null|null|infinite interval as NULL",
        "Date|null|null|infinite date as NULL",
        "Date|'\"2024-02-29\"'|2024-02-29|",
        "Time|null|null|",
        "Time|'\"00:00:00.000000\"'|00:00:00|24:00:00",
        "Time|'\"12:00:00.500000\"'|12:00:00.5|",
        "Time|'\"06:30:00.000000+00:00\"'|06:30:00+00|timetz",
        "Time|'\"06:30:00.000000-05:00\"'|06:30:00-05:00|timetz",
        "DateRange|'{\"start\":{\"value\":\"2024-01-01\",\"inclusive\":true},\"end\":null}'|'[2024-01-01,)'|infinite bound",
        "IntRange|'{\"start\":{\"value\":1,\"inclusive\":true},\"end\":null}'|'[1,)'|",
      })
  void whatPostGraphile5GivesThroughToChar(
      String type, String json, String text, @Nullable String told) throws IOException {
    assertEquals(text, read(FIVE, type, json));
    assertTold(told);
    losses.clear();
    assertEquals(text, read(FOUR, type, json));
    assertTold(null);
  }

  @ParameterizedTest
  @CsvSource({
    "92233720368547760,money",
    "-92233720368547760,money",
    "8796093022208,money",
    "8796093022207.999,",
    "0.30000000000000004,",
    "null,",
  })
  void amountsOfMoneyThatJavaScriptRounds(String json, @Nullable String told) throws IOException {
    read(FOUR, "Float", json);
    assertTold(told);
    losses.clear();
    read(HASURA, "Float", json);
    assertTold(null);
  }
}
