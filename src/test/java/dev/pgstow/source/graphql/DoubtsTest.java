package dev.pgstow.source.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.source.RowHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be another value in the database is told, unless the API says that it is none. */
class DoubtsTest {
  private static final String PLACE = ": s.t.span";

  private final Losses losses = new Losses();
  private final Doubts doubts = new Doubts(reading(), losses);
  private final List<String> asked = new ArrayList<>();

  private static Reading reading() {
    ApiField root = field("things");
    Match filled = new Match(field("where"), JsonNodeFactory.instance.objectNode());
    ApiType row = new ApiType("Thing", ApiType.Kind.OBJECT, "", List.of(), List.of());
    return new Reading(
        "s.t",
        new ApiTable(root, row, ApiTable.Paging.NODES, Optional.empty(), Optional.empty(), true),
        List.of(column("id"), column("span")),
        Optional.empty(),
        Optional.empty(),
        Map.of("span", filled));
  }

  private static ApiField field(String name) {
    return new ApiField(name, new TypeRef("X", 0, false, "X"), List.of());
  }

  private static ApiColumn column(String name) {
    return new ApiColumn(
        field(name),
        "",
        name,
        new ColumnType("interval", ColumnType.Kind.PLAIN, false),
        false,
        false,
        Scalars.text((value, place) -> value));
  }

  private Doubts.Asker answering(long... counts) {
    return new Doubts.Asker() {
      @Override
      public List<Long> count(List<Reading> readings) {
        readings.forEach(one -> asked.add(one.match().orElseThrow().value().toString()));
        if (counts.length == 0) {
          throw ApiErrors.of(Endpoint.of("http://localhost", "test"), "counting", List.of());
        }
        return IntStream.range(0, readings.size()).mapToObj(i -> counts[i]).toList();
      }

      @Override
      public void read(Reading wanted, RowHandler handler) {
        throw new AssertionError("intervals are not read again");
      }
    };
  }

  private void rows(Doubts.Asker asker, @Nullable String... spans) throws IOException {
    List<@Nullable String[]> rows = new ArrayList<>();
    for (@Nullable String span : spans) {
      if (span == null) {
        doubts.places().get(1).doubtfulNull("null");
      } else if (span.startsWith("-")) {
        doubts.places().get(1).doubtful(span, TextNode.valueOf(span), "value");
      }
      rows.add(new @Nullable String[] {"1", span});
    }
    doubts.settle(rows, asker);
  }

  private List<String> told() {
    return losses.sentences(column -> true);
  }

  @Test
  void aValueThatAsManyRowsHaveIsNoLoss() throws IOException {
    rows(answering(), "-1", "2", "-1");
    rows(answering(), "-1");
    doubts.close(answering(3));
    assertEquals(List.of("{\"span\":{\"equalTo\":\"-1\"}}"), asked);
    assertEquals(List.of(), told());
  }

  @Test
  void aValueThatFewerRowsHaveIsTold() throws IOException {
    rows(answering(), "-1", "-2", "-1");
    doubts.close(answering(2, 0));
    assertEquals(List.of("value" + PLACE), told());
  }

  @Test
  void aServerThatDoesNotAnswerLeavesAllInDoubt() throws IOException {
    rows(answering(), "-1");
    doubts.close(answering());
    assertEquals(List.of("value" + PLACE), told());
  }

  @Test
  void aNullThatComesAfterTheServerRefusedIsTold() throws IOException {
    rows(answering(), "1");
    rows(answering(), (String) null);
    rows(answering(), (String) null);
    doubts.close(answering(0));
    assertEquals(1, asked.size());
    assertEquals(List.of("null" + PLACE), told());
  }

  @Test
  void nullsAreToldWhereMoreRowsHaveAValueThanCame() throws IOException {
    rows(answering(2), "1", null);
    doubts.close(answering());
    assertEquals(List.of("null" + PLACE), told());
  }

  @Test
  void moreValuesThanAreAskedForAreTold() throws IOException {
    rows(answering(), IntStream.range(1, 14).mapToObj(i -> "-" + i).toArray(String[]::new));
    doubts.close(answering(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    assertEquals(12, asked.size());
    assertEquals(List.of("value" + PLACE), told());
  }
}
