package dev.pgstow.rename;

import dev.pgstow.failure.Failure;
import dev.pgstow.rename.SchemaRenamer.Schema;
import dev.pgstow.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the portable name of each schema and sees that they can all be used together. */
final class PortableNames {
  private static final int LIMIT = 63;
  private static final String HINT =
      "Choose another extension name, or leave one of the schemas out.";

  private final String extensionName;
  private final List<Schema> chosen;
  private final Collection<String> others;

  PortableNames(String extensionName, Collection<Schema> chosen, Collection<String> others) {
    this.extensionName = extensionName;
    this.others = others;
    // Sorted, so that the first error does not depend on the order either.
    this.chosen =
        chosen.stream()
            .distinct()
            .sorted(Comparator.comparing(Schema::schemaName).thenComparing(Schema::name))
            .toList();
  }

  /** Portable names by the schemas' real ones. */
  Map<String, String> resolve() {
    Map<String, String> portable = new LinkedHashMap<>();
    Map<String, Schema> taken = new HashMap<>();
    Map<String, String> real = new HashMap<>();
    Stream.concat(others.stream(), chosen.stream().map(Schema::schemaName))
        .forEach(name -> real.put(fold(name), name));
    for (Schema schema : chosen) {
      String name = SchemaRenamer.portableName(extensionName, schema.name());
      check(schema, name);
      Schema first = taken.put(fold(name), schema);
      if (first != null || portable.containsKey(schema.schemaName())) {
        throw collision(first == null ? sameReal(schema) : first, schema, name);
      }
      String owner = real.get(fold(name));
      if (owner != null && !schema.schemaName().equals(name)) {
        throw taken(schema, name, owner);
      }
      portable.put(schema.schemaName(), name);
    }
    return portable;
  }

  private static void check(Schema schema, String name) {
    int length = name.getBytes(StandardCharsets.UTF_8).length;
    if (length > LIMIT) {
      throw failure(
          "portable-name-too-long",
          schema,
          name,
          "is " + length + " bytes long; PostgreSQL takes " + LIMIT);
    }
    if (name.startsWith("pg_")) {
      throw failure(
          "portable-name-reserved", schema, name, "starts with pg_, which PostgreSQL reserves");
    }
    if (!Identifiers.isPlain(name)) {
      throw failure("portable-name-needs-quotes", schema, name, "can't be written without quotes");
    }
  }

  private Schema sameReal(Schema schema) {
    return chosen.stream()
        .filter(other -> other.schemaName().equals(schema.schemaName()))
        .findFirst()
        .orElse(schema);
  }

  private static Failure collision(Schema first, Schema second, String name) {
    return Failure.failed(
        "portable-name-collision",
        "The schemas "
            + describe(first)
            + " and "
            + describe(second)
            + " would both be called \""
            + name
            + "\".",
        HINT);
  }

  private static Failure taken(Schema schema, String name, String owner) {
    return failure(
        "portable-name-taken",
        schema,
        name,
        "is already the name of the schema \"" + owner + "\" on this server");
  }

  private static Failure failure(String ident, Schema schema, String name, String why) {
    return Failure.failed(
        ident,
        "The schema " + describe(schema) + " would be called \"" + name + "\", which " + why + ".",
        HINT);
  }

  private static String describe(Schema schema) {
    return "\"" + schema.name() + "\" (" + schema.schemaName() + ")";
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
