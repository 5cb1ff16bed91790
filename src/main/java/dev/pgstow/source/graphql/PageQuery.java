package dev.pgstow.source.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One page of a table's rows. Columns are asked for as {@code c0}, {@code c1}, … */
final class PageQuery implements Query<PageQuery.Page> {
  static final String ROWS = "rows";

  /** graphql-js's words. */
  private static final Pattern NO_NUMBER =
      Pattern.compile("Float cannot represent non numeric value: \"?(NaN|-?Infinity)\"?");

  private static final long LARGEST = 4 << 20;

  private final Reading reading;
  private final List<Losses.Place> places;
  private final PageSize size;
  private final Optional<String> after;
  private final long offset;
  private final Consumer<String> next;
  private final int most;
  private boolean hasNullRow;

  /**
   * A page.
   *
   * @param places told, by column, of values that do not come through
   * @param after the cursor of the page before
   * @param offset the number of rows before it, where there are no cursors
   * @param next told where the page after it begins, if the answer says so before the rows
   */
  PageQuery(
      Reading reading,
      List<Losses.Place> places,
      PageSize size,
      Optional<String> after,
      long offset,
      Consumer<String> next) {
    this.reading = reading;
    this.places = places;
    this.size = size;
    this.after = after;
    this.offset = offset;
    this.next = next;
    this.most = size.rows();
  }

  /** How many rows it asks for: the same each time, unless that was too much. */
  int limit() {
    return Math.min(most, size.rows());
  }

  /**
   * What came.
   *
   * @param hasNext whether there are more pages
   * @param cursor where they begin
   */
  record Page(
      List<@Nullable String[]> rows, boolean hasNext, Optional<String> cursor, long characters) {}

  @Override
  public String doing() {
    return "reading " + reading.label();
  }

  /** A float that JSON can't hold comes as null, with an error that says which it is. */
  @Override
  public boolean isPutRight(Page page, List<ApiErrors.ApiError> errors) {
    int index = reading.table().paging().isCounted() ? 1 : 2;
    for (ApiErrors.ApiError error : errors) {
      Matcher value = NO_NUMBER.matcher(error.message());
      List<String> path = error.path();
      if (hasNullRow
          || !value.matches()
          || path.size() != index + 2
          || !path.get(index).matches("\\d{1,6}")
          || !path.get(index + 1).matches("c\\d{1,6}")) {
        return false;
      }
      int row = Integer.parseInt(path.get(index));
      int column = Integer.parseInt(path.get(index + 1).substring(1));
      if (row >= page.rows().size() || column >= reading.columns().size()) {
        return false;
      }
      page.rows().get(row)[column] = value.group(1);
    }
    return true;
  }

  @Override
  public boolean askForLess() {
    return size.shrink();
  }

  @Override
  public String text() {
    ApiTable table = reading.table();
    StringJoiner columns = new StringJoiner(" ", " { ", " } ");
    for (int i = 0; i < reading.columns().size(); i++) {
      ApiColumn column = reading.columns().get(i);
      columns.add("c" + i + ": " + column.field().name() + column.selection());
    }
    String page = "{ pageInfo { hasNextPage endCursor } ";
    String rows =
        switch (table.paging()) {
          case NODES -> page + "nodes" + columns + "}";
          case EDGES -> page + "edges { node" + columns + "} }";
          case OFFSET, LIST -> columns.toString();
        };
    return "query Rows("
        + declared("limit", limitArgument())
        + declared("offset", offsetArgument())
        + reading.match().map(match -> declaration("match", match.argument())).orElse("")
        + reading.order().map(order -> declaration("order", order.argument())).orElse("")
        + ") { "
        + ROWS
        + ": "
        + table.field().name()
        + "("
        + (limitArgument() + ": $limit, ")
        + (offsetArgument() + ": $offset, ")
        + reading.match().map(match -> match.argument().name() + ": $match, ").orElse("")
        + reading.order().map(order -> order.argument().name() + ": $order").orElse("")
        + ") "
        + rows
        + " }";
  }

  private String limitArgument() {
    return reading.table().paging() == ApiTable.Paging.OFFSET ? "limit" : "first";
  }

  private String offsetArgument() {
    return reading.table().paging().isCounted() ? "offset" : "after";
  }

  private String declared(String variable, String argument) {
    return declaration(variable, reading.table().field().argument(argument).orElseThrow());
  }

  private static String declaration(String variable, ApiField argument) {
    return "$" + variable + ": " + argument.type().text() + ", ";
  }

  @Override
  public ObjectNode variables() {
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    variables.put("limit", limit());
    if (reading.table().paging().isCounted()) {
      variables.put("offset", offset);
    } else {
      after.ifPresentOrElse(
          cursor -> variables.put("offset", cursor), () -> variables.putNull("offset"));
    }
    reading.match().ifPresent(match -> variables.set("match", match.value()));
    reading.order().ifPresent(order -> variables.set("order", order.value()));
    return variables;
  }

  @Override
  public Page read(JsonParser data) throws IOException {
    hasNullRow = false;
    Page page = new Page(List.of(), false, Optional.empty(), 0);
    while (data.nextToken() == JsonToken.FIELD_NAME) {
      boolean isRows = data.currentName().equals(ROWS);
      JsonToken value = data.nextToken();
      if (isRows && value == JsonToken.START_OBJECT) {
        page = connection(data);
      } else if (isRows && value == JsonToken.START_ARRAY) {
        List<@Nullable String[]> rows = new ArrayList<>();
        long characters = rows(data, rows);
        page = new Page(rows, !rows.isEmpty(), Optional.empty(), characters);
      } else {
        data.skipChildren();
      }
    }
    return page;
  }

  private Page connection(JsonParser data) throws IOException {
    List<@Nullable String[]> rows = new ArrayList<>();
    long characters = 0;
    boolean hasNext = false;
    @Nullable String cursor = null;
    while (data.nextToken() == JsonToken.FIELD_NAME) {
      String name = data.currentName();
      JsonToken value = data.nextToken();
      if (name.equals("pageInfo") && value == JsonToken.START_OBJECT) {
        while (data.nextToken() == JsonToken.FIELD_NAME) {
          boolean isNext = data.currentName().equals("hasNextPage");
          data.nextToken();
          if (isNext) {
            hasNext = data.currentToken() == JsonToken.VALUE_TRUE;
          } else {
            cursor = data.getValueAsString();
          }
        }
        if (hasNext && cursor != null && rows.isEmpty()) {
          next.accept(cursor);
        }
      } else if (value == JsonToken.START_ARRAY) {
        characters = rows(data, rows);
      } else {
        data.skipChildren();
      }
    }
    return new Page(rows, hasNext, Optional.ofNullable(cursor), characters);
  }

  private long rows(JsonParser data, List<@Nullable String[]> rows) throws IOException {
    long characters = 0;
    while (data.nextToken() != JsonToken.END_ARRAY) {
      if (data.currentToken() == JsonToken.START_OBJECT) {
        @Nullable String[] row =
            reading.table().paging() == ApiTable.Paging.EDGES ? edge(data) : row(data);
        rows.add(row);
        for (@Nullable String value : row) {
          characters += value == null ? 0 : value.length();
        }
        if (characters > LARGEST && size.rows() > 1) {
          size.shrink();
          throw new AnswerTooLarge();
        }
      } else if (data.currentToken() == JsonToken.VALUE_NULL) {
        hasNullRow = true;
      } else if (data.currentToken() == null) {
        throw new com.fasterxml.jackson.core.io.JsonEOFException(data, null, "cut off");
      }
    }
    return characters;
  }

  private @Nullable String[] edge(JsonParser data) throws IOException {
    @Nullable String[] row = new @Nullable String[0];
    while (data.nextToken() == JsonToken.FIELD_NAME) {
      data.nextToken();
      row = row(data);
    }
    return row;
  }

  private @Nullable String[] row(JsonParser data) throws IOException {
    @Nullable String[] row = new @Nullable String[reading.columns().size()];
    while (data.nextToken() == JsonToken.FIELD_NAME) {
      int index = Integer.parseInt(data.currentName(), 1, data.currentName().length(), 10);
      data.nextToken();
      ApiColumn column = reading.columns().get(index);
      row[index] = column.reader().read(data, places.get(index));
    }
    return row;
  }
}
