package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.RequirementScan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a source without exporting it: for reviews and the questions after them. */
public final class Surveyor {

  /**
   * What an export would find.
   *
   * @param withRequires read all actions to tell what the modules would require; takes about as
   *     long as reading them for an export
   */
  public ExportSurvey survey(ExportRequest request, ExportSource source, boolean withRequires) {
    try (ExportSnapshot snapshot =
        source.snapshot(request.databaseId(), request.snapshotOptions())) {
      List<MetadataTable> tables = new ArrayList<>();
      List<String> secrets = new ArrayList<>();
      for (MetadataTable table : snapshot.tables()) {
        if (table.rows() > 0) {
          tables.add(table);
          snapshot
              .secretColumns(table)
              .forEach(column -> secrets.add(table.label() + "." + column));
        }
      }
      List<String> requires = withRequires ? requires(request, snapshot, tables) : List.of();
      return new ExportSurvey(snapshot.actions(), tables, secrets, snapshot.warnings(), requires);
    } catch (IOException e) {
      throw Failure.failed(
          "survey-failed", "The database could not be looked at: " + e.getMessage(), "", e);
    }
  }

  private static List<String> requires(
      ExportRequest request, ExportSnapshot snapshot, List<MetadataTable> tables)
      throws IOException {
    if (request.requires() instanceof Requires.Listed listed) {
      return listed.names();
    }
    Set<String> requires = new LinkedHashSet<>();
    if (request.requires() instanceof Requires.Pgpm) {
      requires.addAll(PgpmRequires.EXTENSION);
      requires.addAll(PgpmRequires.SERVICE);
      return List.copyOf(requires);
    }
    RequirementScan scan = snapshot.requirementScan();
    if (snapshot.actions().orElse(0) > 0) {
      snapshot.readActions(
          action -> {
            look(scan, action.content());
            look(scan, action.verify());
          });
    }
    tables.forEach(table -> scan.table(table.schema(), table.name()));
    requires.addAll(scan.extensionRequires());
    requires.addAll(scan.serviceRequires());
    return List.copyOf(requires);
  }

  private static void look(RequirementScan scan, @Nullable String script) {
    if (script != null) {
      scan.script(script);
    }
  }
}
