package dev.pgstow.source.graphql;

import dev.pgstow.metaschema.ColumnType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The metadata tables as pgpm's modules create them. An API tells neither schemas nor the types
 * behind its scalars; where it shows one of these tables, this does.
 */
final class DocumentedTables {
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, List<String>> enums = new LinkedHashMap<>();

  /** A table. */
  record Table(String schema, String name, List<Column> columns, List<String> key) {
    String label() {
      return schema + "." + name;
    }

    Set<String> squashedColumns() {
      return columns.stream()
          .map(column -> Names.squash(column.name()))
          .collect(Collectors.toSet());
    }

    Optional<Column> column(String squashed) {
      return columns.stream()
          .filter(column -> Names.squash(column.name()).equals(squashed))
          .findFirst();
    }
  }

  /**
   * A column.
   *
   * @param type as {@code pg_type} names it; of the element where {@code array}
   */
  record Column(String name, String type, boolean array) {}

  private DocumentedTables() {}

  static DocumentedTables load() {
    DocumentedTables read = new DocumentedTables();
    try (InputStream file =
            Objects.requireNonNull(
                DocumentedTables.class.getResourceAsStream("documented-tables.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      StringBuilder entry = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith(" ")) {
          read.add(entry.toString());
          entry.setLength(0);
        }
        entry.append(line.startsWith("#") ? "" : line);
      }
      read.add(entry.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private void add(String entry) {
    if (entry.isEmpty()) {
      return;
    }
    String[] parts = entry.split(":", 2);
    if (parts[0].startsWith("enum ")) {
      enums.put(parts[0].substring(5), List.of(parts[1].strip().split(" ")));
      return;
    }
    List<Column> columns = new ArrayList<>();
    List<String> key = new ArrayList<>();
    for (String column : parts[1].split(",")) {
      String[] words = column.strip().split(" ");
      String name = words[0].startsWith("*") ? words[0].substring(1) : words[0];
      if (words[0].startsWith("*")) {
        key.add(name);
      }
      boolean array = words[1].endsWith("[]");
      columns.add(new Column(name, words[1].replace("[]", ""), array));
    }
    String[] names = parts[0].split("\\.");
    tables.add(
        new Table(
            names[0],
            names[1],
            List.copyOf(columns),
            key.isEmpty() ? List.of("id") : List.copyOf(key)));
  }

  List<Table> tables() {
    return tables;
  }

  /** The labels of an enum, by its name in PostgreSQL. */
  Optional<List<String>> labels(String type) {
    return Optional.ofNullable(enums.get(type));
  }

  /** What the writing of values needs to know of a column's type. */
  ColumnType columnType(Column column) {
    ColumnType.Kind kind =
        enums.containsKey(column.type()) ? ColumnType.Kind.PLAIN : ColumnType.kindOf(column.type());
    String name = kind == ColumnType.Kind.TIMESTAMPTZ ? "timestamp with time zone" : column.type();
    return new ColumnType(column.array() ? name + "[]" : name, kind, column.array());
  }
}
