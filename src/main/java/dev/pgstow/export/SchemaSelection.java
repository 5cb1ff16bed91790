package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.source.SchemaEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which schemas an export takes.
 *
 * @param chosen renamed and exported
 * @param kept exported under their internal names ({@code --keep-unselected})
 * @param leftOut not exported
 */
record SchemaSelection(
    List<SchemaEntry> chosen, List<SchemaEntry> kept, List<SchemaEntry> leftOut) {

  /**
   * The selection a request makes among a database's schemas.
   *
   * @throws Failure if there are none, none is chosen, or a chosen one is not there
   */
  static SchemaSelection of(ExportRequest request, List<SchemaEntry> all, String database) {
    if (all.isEmpty()) {
      throw none(database);
    }
    if (request.schemas().isEmpty()) {
      return new SchemaSelection(all, List.of(), List.of());
    }
    Set<String> wanted = new HashSet<>(request.schemas().orElseThrow());
    Set<String> internal = new HashSet<>();
    Set<String> unknown = new HashSet<>(wanted);
    all.forEach(schema -> internal.add(schema.schemaName()));
    List<SchemaEntry> chosen = new ArrayList<>();
    List<SchemaEntry> rest = new ArrayList<>();
    for (SchemaEntry schema : all) {
      // An internal name means its schema, even where people call another one so.
      boolean byName = wanted.contains(schema.name()) && !internal.contains(schema.name());
      boolean isChosen = byName || wanted.contains(schema.schemaName());
      (isChosen ? chosen : rest).add(schema);
      unknown.remove(schema.name());
      unknown.remove(schema.schemaName());
    }
    if (!unknown.isEmpty()) {
      throw Failure.usage(
          "schema-unknown",
          "Database \"" + database + "\" has no schema called " + quoted(unknown) + ".",
          "Its schemas: " + String.join(", ", all.stream().map(SchemaEntry::schemaName).toList()));
    }
    if (chosen.isEmpty()) {
      throw Failure.usage(
          "schemas-none-chosen", "No schema is chosen.", "Choose at least one with --schemas.");
    }
    return request.keepUnselected()
        ? new SchemaSelection(chosen, rest, List.of())
        : new SchemaSelection(chosen, List.of(), rest);
  }

  /** What gives the chosen schemas their portable names. */
  SchemaRenamer renamer(ExportRequest request) {
    if (request.skipSchemaRenaming()) {
      return SchemaRenamer.none();
    }
    List<String> others = new ArrayList<>();
    kept.forEach(schema -> others.add(schema.schemaName()));
    leftOut.forEach(schema -> others.add(schema.schemaName()));
    return SchemaRenamer.of(
        request.extensionName(),
        chosen.stream()
            .map(schema -> new SchemaRenamer.Schema(schema.name(), schema.schemaName()))
            .toList(),
        others);
  }

  /** The failure for a database without schemas. */
  static Failure none(String database) {
    return Failure.failed(
        "no-schemas",
        "Database \"" + database + "\" has no schemas in metaschema_public.schema.",
        "Choose another database_id, or provision this database first.");
  }

  /** Whether a change belongs to a schema that is left out. */
  boolean leavesOut(String changeName) {
    for (SchemaEntry schema : leftOut) {
      String name = schema.schemaName();
      if (changeName.startsWith("schemas/")
          && changeName.startsWith(name, 8)
          && (changeName.length() == 8 + name.length()
              || changeName.charAt(8 + name.length()) == '/')) {
        return true;
      }
    }
    return false;
  }

  private static String quoted(Set<String> names) {
    return String.join(", ", names.stream().sorted().map(name -> '"' + name + '"').toList());
  }
}
