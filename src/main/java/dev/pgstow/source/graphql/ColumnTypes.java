package dev.pgstow.source.graphql;

import dev.pgstow.metaschema.ColumnType;
import dev.pgstow.source.graphql.DocumentedTables.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What type of PostgreSQL stands behind a field, and how its values are read. */
final class ColumnTypes {
  /** PostgreSQL's names for what servers call otherwise, in small letters. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("boolean", "bool"),
          Map.entry("int", "int4"),
          Map.entry("smallint", "int2"),
          Map.entry("integer", "int4"),
          Map.entry("bigint", "int8"),
          Map.entry("bigfloat", "numeric"),
          Map.entry("float", "float8"),
          Map.entry("string", "text"),
          Map.entry("datetime", "timestamptz"),
          Map.entry("internetaddress", "inet"),
          Map.entry("cidraddress", "cidr"),
          Map.entry("macaddress", "macaddr"),
          Map.entry("macaddress8", "macaddr8"),
          Map.entry("bitstring", "varbit"),
          Map.entry("base64encodedbinary", "bytea"),
          Map.entry("keyvaluehash", "hstore"));

  private final ApiSchema schema;
  private final DocumentedTables documented;
  private final Server server;

  ColumnTypes(ApiSchema schema, DocumentedTables documented, Server server) {
    this.schema = schema;
    this.documented = documented;
    this.server = server;
  }

  /** A type with what reads it. */
  record Typed(ColumnType type, boolean isEnum, String selection, ValueReader reader) {}

  /**
   * The type of a field; empty if its values can't be read.
   *
   * @param column what is documented of it
   * @param losses told of what has to be guessed
   */
  Optional<Typed> of(TypeRef type, Optional<Column> column, Losses.Place losses) {
    Optional<ApiType> found = schema.type(type);
    if (type.isList()) {
      TypeRef element = new TypeRef(type.name(), 0, false, type.name());
      return of(element, column, losses).map(ColumnTypes::listOf);
    }
    return found.flatMap(
        api ->
            switch (api.kind()) {
              case ENUM -> Optional.of(labels(api, column, losses));
              case SCALAR -> Optional.of(scalar(api.name(), column));
              case OBJECT -> object(api, losses);
              default -> Optional.empty();
            });
  }

  private static Typed listOf(Typed element) {
    ColumnType type = element.type();
    return new Typed(
        new ColumnType(type.name() + "[]", type.kind(), true),
        element.isEnum(),
        element.selection(),
        Scalars.list(element.reader(), isJson(type.kind())));
  }

  private static boolean isJson(ColumnType.Kind kind) {
    return kind == ColumnType.Kind.JSON || kind == ColumnType.Kind.JSONB;
  }

  private Optional<Typed> object(ApiType api, Losses.Place losses) {
    if (IntervalValues.isInterval(api)) {
      return Optional.of(
          new Typed(
              new ColumnType("interval", ColumnType.Kind.PLAIN, false),
              false,
              " { " + String.join(" ", IntervalValues.FIELDS) + " }",
              finite(new IntervalValues(server), "interval")));
    }
    if (!RangeValues.isRange(api)) {
      return Optional.empty();
    }
    return api.field("start")
        .flatMap(bound -> schema.type(bound.type()))
        .flatMap(bound -> bound.field("value"))
        .flatMap(value -> of(value.type(), Optional.empty(), losses))
        .map(
            value ->
                new Typed(
                    new ColumnType(Names.snake(api.name()), ColumnType.Kind.PLAIN, false),
                    false,
                    RangeValues.SELECTION,
                    new RangeValues(
                        value.reader(), server.throughToChar() && mayBeInfinite(value.type()))));
  }

  private Typed labels(ApiType api, Optional<Column> column, Losses.Place losses) {
    Map<String, String> labels = new HashMap<>();
    Optional<List<String>> known =
        column
            .flatMap(it -> documented.labels(it.type()))
            .or(() -> documented.labels(Names.snake(api.name())));
    boolean constants =
        api.values().stream().allMatch(value -> value.equals(value.toUpperCase(Locale.ROOT)));
    for (String value : api.values()) {
      known.stream()
          .flatMap(List::stream)
          .filter(label -> Names.squash(label).equals(Names.squash(value)))
          .findFirst()
          .or(() -> constants ? Optional.of(value.toLowerCase(Locale.ROOT)) : Optional.empty())
          .ifPresent(label -> labels.put(value, label));
    }
    if (known.isEmpty() && constants) {
      losses.lost(
          "The API shows labels of enums in capitals; they were taken for "
              + labels.values().stream().sorted().collect(Collectors.joining("/")));
    }
    ColumnType type =
        new ColumnType(
            column.map(Column::type).orElse(Names.snake(api.name())), ColumnType.Kind.PLAIN, false);
    return new Typed(type, true, "", Scalars.labels(labels));
  }

  private Typed scalar(String scalar, Optional<Column> column) {
    // Hasura: an array under its type's name; its values are lists all the same.
    return scalar.startsWith("_")
        ? listOf(element(scalar.substring(1), column))
        : element(scalar, column);
  }

  private Typed element(String scalar, Optional<Column> column) {
    ColumnType known = column.map(documented::columnType).orElseGet(() -> guessed(scalar));
    ColumnType type = new ColumnType(known.name().replace("[]", ""), known.kind(), false);
    return new Typed(type, false, "", reader(scalar, type, column.isPresent()));
  }

  /** Small letters are PostgreSQL's own names, as Hasura has them. */
  private static ColumnType guessed(String scalar) {
    String small = scalar.toLowerCase(Locale.ROOT);
    String name =
        scalar.equals("json")
            ? "json"
            : small.equals("json") ? "jsonb" : ALIASES.getOrDefault(small, small);
    ColumnType.Kind kind = ColumnType.kindOf(name);
    // Domains have scalars of their own: most are of text.
    boolean unknown = kind == ColumnType.Kind.OTHER && !isKnown(name);
    return new ColumnType(name, unknown ? ColumnType.Kind.TEXT : kind, false);
  }

  private static boolean isKnown(String name) {
    return name.startsWith("reg")
        || List.of("hstore", "ltree", "jsonpath", "tsvector", "tsquery").contains(name);
  }

  private JsonValues json(ColumnType.Kind kind) {
    return new JsonValues(server.json(), server.throughJavaScript(), kind != ColumnType.Kind.JSON);
  }

  private ValueReader reader(String scalar, ColumnType type, boolean isDocumented) {
    return switch (type.kind()) {
      case JSON, JSONB -> json(type.kind());
      case FLOAT -> Scalars.floats(server.throughJavaScript() && !isDocumented);
      case TIMESTAMP, TIMESTAMPTZ -> finite(Scalars.text(Moments::timestamp), "timestamp");
      default ->
          switch (scalar) {
            case "Base64EncodedBinary" -> Scalars.text((text, place) -> Scalars.bytes(text));
            case "KeyValueHash" -> (parser, place) -> Scalars.pairs(parser);
            case "Time", "time", "timetz" -> Scalars.text(this::time);
            case "Date" -> finite(Scalars.plain(json(ColumnType.Kind.JSONB)), "date");
            default -> Scalars.plain(json(ColumnType.Kind.JSONB));
          };
    };
  }

  /** Types of which a value may be infinite, besides numbers. */
  static boolean mayBeInfinite(ColumnType type) {
    return type.kind() == ColumnType.Kind.TIMESTAMP
        || type.kind() == ColumnType.Kind.TIMESTAMPTZ
        || type.name().equals("date")
        || type.name().equals("interval");
  }

  private ValueReader finite(ValueReader reader, String what) {
    return (parser, place) -> {
      String text = reader.read(parser, place);
      if (text == null && server.throughToChar()) {
        place.doubtfulNull(
            "This server shows an infinite " + what + " as NULL, which these may be");
      }
      return text;
    };
  }

  private String time(String text, Losses.Place place) {
    String time = Moments.time(text);
    if (server.throughToChar()) {
      if (time.indexOf('+') >= 0 || time.indexOf('-') >= 0) {
        place.lost("This server shows timetz in its own time zone, which may not be these values'");
      } else if (time.equals("00:00:00")) {
        place.lost("This server shows a time of 24:00:00 as 00:00:00, which these may be");
      }
    }
    return time;
  }
}
