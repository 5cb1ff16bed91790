package dev.pgstow.export;

import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.SchemaEntry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schemas an export takes, and what gives them their names in the modules.
 *
 * @param portable the name each has once deployed, by its name in the source
 */
public record ExportedSchemas(Map<String, String> portable, SchemaRenamer renamer) {
  private static final String FOLDER = "schemas/";

  /** Copies the map. */
  public ExportedSchemas {
    portable = Map.copyOf(portable);
  }

  /**
   * The schemas of a request.
   *
   * @param snapshot a moment of the source for that request
   * @throws dev.pgstow.failure.Failure as {@link ExportEngine#stage}, of the choice of schemas
   */
  public static ExportedSchemas of(ExportRequest request, ExportSnapshot snapshot)
      throws IOException {
    SchemaSelection selection =
        SchemaSelection.of(request, snapshot.schemas(), snapshot.database().name());
    SchemaRenamer renamer = selection.renamer(request);
    Map<String, String> portable = new LinkedHashMap<>();
    for (SchemaEntry schema : selection.chosen()) {
      String change = renamer.changeName(FOLDER + schema.schemaName());
      portable.put(schema.schemaName(), change.substring(FOLDER.length()));
    }
    selection.kept().forEach(schema -> portable.put(schema.schemaName(), schema.schemaName()));
    return new ExportedSchemas(portable, renamer);
  }
}
