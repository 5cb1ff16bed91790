package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.source.RowHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads tables page by page. Any number of threads, each a table of its own. */
final class TableReader {
  private final GraphQlClient client;
  private final Endpoint endpoint;
  private final Losses losses;
  private final Map<String, PageSize> sizes = new ConcurrentHashMap<>();
  private final Doubts.Asker asker =
      new Doubts.Asker() {
        @Override
        public List<Long> count(List<Reading> readings) {
          return client.ask(endpoint, new CountQuery(readings));
        }

        @Override
        public void read(Reading wanted, RowHandler handler) throws IOException {
          TableReader.this.read(wanted, handler);
        }
      };

  TableReader(GraphQlClient client, Endpoint endpoint, Losses losses) {
    this.client = client;
    this.endpoint = endpoint;
    this.losses = losses;
  }

  /** Takes the rows of a page. */
  @FunctionalInterface
  interface PageHandler {
    /** One page; whether more are wanted. */
    boolean page(List<@Nullable String[]> rows) throws IOException;
  }

  /**
   * Hands over all rows.
   *
   * @throws Failure {@code graphql-…}
   */
  void read(Reading reading, RowHandler handler) throws IOException {
    readPages(
        reading,
        rows -> {
          for (@Nullable String[] row : rows) {
            handler.row(row);
          }
          return true;
        });
  }

  /**
   * Hands over all rows, whole pages at a time: a page that breaks off is asked for again, and no
   * row is handed over twice.
   *
   * @throws Failure {@code graphql-…}
   */
  void readPages(Reading reading, PageHandler handler) throws IOException {
    PageSize size =
        sizes.computeIfAbsent(reading.label(), label -> new PageSize(client.pageLimit(endpoint)));
    Doubts doubts = new Doubts(reading, losses);
    try (Pages pages = new Pages(client, endpoint, reading, doubts.places(), size)) {
      boolean wanted = true;
      while (wanted && pages.hasNext()) {
        PageQuery.Page page = pages.next();
        doubts.settle(page.rows(), asker);
        wanted = handler.page(page.rows());
      }
    } catch (ApiErrors errors) {
      throw inTermsOfColumns(reading, errors);
    }
    doubts.close(asker);
  }

  private Failure inTermsOfColumns(Reading reading, ApiErrors errors) {
    for (ApiErrors.ApiError error : errors.errors()) {
      for (String step : error.path()) {
        Optional<ApiColumn> column = column(reading.columns(), step);
        if (column.isPresent()) {
          return Failure.failed(
              "graphql-value",
              "The API can't show a value of "
                  + reading.label()
                  + "."
                  + column.orElseThrow().name()
                  + ": "
                  + endpoint.redact(error.message()),
              "Leave the table out with --exclude-table "
                  + reading.label()
                  + ", or export it by SQL.",
              errors);
        }
      }
    }
    return ApiFailures.table(reading.label(), errors);
  }

  private static Optional<ApiColumn> column(List<ApiColumn> columns, String step) {
    if (!step.matches("c\\d{1,6}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(step.substring(1));
    return index < columns.size() ? Optional.of(columns.get(index)) : Optional.empty();
  }
}
