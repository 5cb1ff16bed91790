package dev.pgstow.source.graphql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.TableOrder;
import dev.pgstow.testing.GraphQlProxy;
import dev.pgstow.testing.RecordedApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that are read ahead are handed over as if they were not. */
class ReadAheadTest {
  private static final List<String> TABLES =
      List.of("database", "schema", "table", "field", "procedure", "index", "partition");

  private final RecordedApi server = new RecordedApi(RecordedApi.Kind.HASURA);
  private final GraphQlProxy proxy = new GraphQlProxy(server.url());
  private final Calls calls = new Calls();
  private final Losses losses = new Losses();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private TableReader reader = reader(Endpoint.of(server.url(), "test"));
  private List<Reading> readings = List.of();

  @BeforeEach
  void find() {
    Endpoint endpoint = Endpoint.of(proxy.url(), "test");
    ApiSchema schema = ApiSchema.ask(client(), endpoint);
    Api api = Api.of(schema, DocumentedTables.load(), TableOrder.schemas(), losses);
    reader = reader(endpoint);
    readings =
        TABLES.stream()
            .map(name -> api.table("metaschema_public." + name).orElseThrow())
            .map(entry -> api.all(entry, entry.columns()))
            .toList();
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.close();
  }

  private GraphQlClient client() {
    Backoff backoff = new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(2), () -> 0.5);
    return new GraphQlClient(new Transport(Duration.ofSeconds(20)), backoff, calls);
  }

  private TableReader reader(Endpoint endpoint) {
    return new TableReader(client(), endpoint, losses);
  }

  private GraphQlProxy.Answer slowly(int number, String request, GraphQlProxy.Answer answer) {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try {
      // The sooner a table is wanted, the later it comes.
      Thread.sleep(Math.max(5, 60 - 10L * number));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    now.decrementAndGet();
    return answer;
  }

  private List<String> oneByOne() throws Exception {
    List<String> rows = new ArrayList<>();
    for (Reading reading : readings) {
      reader.read(reading, row -> rows.add(reading.label() + " " + row[0]));
    }
    return rows;
  }

  private List<String> ahead(List<Reading> read) throws Exception {
    List<String> rows = new ArrayList<>();
    try (ReadAhead ahead = new ReadAhead(reader)) {
      ahead.expect(readings);
      for (Reading reading : read) {
        ahead.read(reading, row -> rows.add(reading.label() + " " + row[0]));
      }
    }
    return rows;
  }

  @Test
  void rowsComeInTheOrderAskedForWhicheverTableIsQuicker() throws Exception {
    List<String> expected = oneByOne();
    assertTrue(expected.size() > 15, expected::toString);
    proxy.with(this::slowly);
    assertEquals(expected, ahead(readings));
    assertTrue(most.get() > 1, "several at once");
    assertTrue(most.get() <= 4, () -> most + " at once");
  }

  @Test
  void tablesMayBePassedOverAndReadAgain() throws Exception {
    List<String> all = oneByOne();
    Reading third = readings.get(2);
    List<String> some = ahead(List.of(readings.get(0), third, third, readings.get(6)));
    List<String> expected = new ArrayList<>();
    for (int table : List.of(0, 2, 2, 6)) {
      String label = readings.get(table).label() + " ";
      all.stream().filter(row -> row.startsWith(label)).forEach(expected::add);
    }
    assertEquals(expected, some);
  }

  @Test
  void aFailureComesWhereItsTableWouldHaveCome() throws Exception {
    proxy.with(
        (number, request, answer) ->
            request.contains("metaschema_public_table(")
                ? GraphQlProxy.Answer.of(401, "{}", Map.of())
                : answer);
    try (ReadAhead ahead = new ReadAhead(reader)) {
      ahead.expect(readings);
      List<String> rows = new ArrayList<>();
      ahead.read(readings.get(0), row -> rows.add(row[0]));
      ahead.read(readings.get(1), row -> rows.add(row[0]));
      assertEquals(5, rows.size());
      Failure failure =
          assertThrows(Failure.class, () -> ahead.read(readings.get(2), row -> rows.add(row[0])));
      assertEquals("graphql-unauthorized", failure.ident());
      ahead.read(readings.get(4), row -> rows.add(row[0]));
      assertEquals(6, rows.size());
    }
  }

  @Test
  void aCancelEndsWhatIsReadAhead() {
    proxy.with(
        (number, request, answer) -> {
          calls.cancel();
          return answer;
        });
    Failure failure = assertThrows(Failure.class, () -> ahead(readings));
    assertEquals("interrupted", failure.ident());
  }
}
