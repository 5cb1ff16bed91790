package dev.pgstow.source.graphql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The pages of a reading, one after the other. Where a server says first where the next one begins,
 * that is asked for while the rows of this one are read. One thread.
 */
final class Pages implements AutoCloseable {
  private final GraphQlClient client;
  private final Endpoint endpoint;
  private final Reading reading;
  private final List<Losses.Place> places;
  private final PageSize size;
  private final Set<String> cursors = new HashSet<>();
  private Optional<String> after = Optional.empty();
  private Optional<Begun> begun = Optional.empty();
  private long offset;
  private boolean more = true;

  /** A page that is on its way. */
  private record Begun(String cursor, PageQuery query, Sent sent) {}

  /**
   * The pages.
   *
   * @param places told, by column, of values that do not come through
   */
  Pages(
      GraphQlClient client,
      Endpoint endpoint,
      Reading reading,
      List<Losses.Place> places,
      PageSize size) {
    this.client = client;
    this.endpoint = endpoint;
    this.reading = reading;
    this.places = places;
    this.size = size;
  }

  boolean hasNext() {
    return more;
  }

  /**
   * The next page: if it breaks off it is asked for again, and if it is too much in smaller parts.
   *
   * @throws dev.pgstow.failure.Failure {@code graphql-…}
   */
  PageQuery.Page next() {
    PageQuery.Page page = ask();
    offset += page.rows().size();
    more = page.hasNext();
    if (more && !reading.table().paging().isCounted()) {
      after = page.cursor();
      if (page.rows().isEmpty() || after.isEmpty() || !cursors.add(after.orElseThrow())) {
        throw ApiFailures.endless(endpoint, reading.label());
      }
    }
    return page;
  }

  private PageQuery.Page ask() {
    while (true) {
      long startedAt = System.nanoTime();
      Optional<Begun> ahead = begun.filter(it -> after.equals(Optional.of(it.cursor())));
      if (ahead.isEmpty()) {
        close();
      }
      begun = Optional.empty();
      PageQuery query = ahead.map(Begun::query).orElseGet(() -> query(after));
      int asked = query.limit();
      try {
        PageQuery.Page page = client.ask(endpoint, query, ahead.map(Begun::sent));
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
        size.came(page.rows().size(), page.characters(), took);
        return page;
      } catch (ApiErrors errors) {
        boolean again =
            errors.isPageTooLarge() ? size.refused(asked) : errors.isTooMuch() && size.shrink();
        if (!again) {
          throw errors;
        }
      }
    }
  }

  private PageQuery query(Optional<String> cursor) {
    return new PageQuery(reading, places, size, cursor, offset, this::begin);
  }

  private void begin(String cursor) {
    if (begun.filter(it -> it.cursor().equals(cursor)).isEmpty() && !cursors.contains(cursor)) {
      close();
      PageQuery query = query(Optional.of(cursor));
      begun = Optional.of(new Begun(cursor, query, client.send(endpoint, query)));
    }
  }

  /** Lets go what is on its way. */
  @Override
  public void close() {
    begun.ifPresent(it -> it.sent().abandon());
    begun = Optional.empty();
  }
}
