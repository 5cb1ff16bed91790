package dev.pgstow.export;

import dev.pgstow.metaschema.MetadataTable;
import java.util.List;
import java.util.OptionalLong;

/**
 * What an export would find, before it is done.
 *
 * @param actions number of actions, where the source shows them
 * @param tables the metadata tables with rows, in export order
 * @param secretColumns columns that look like secrets and have values, as {@code
 *     schema.table.column}
 * @param warnings what the source can not show
 * @param requires what both modules would require of a target, if that was asked for
 */
public record ExportSurvey(
    OptionalLong actions,
    List<MetadataTable> tables,
    List<String> secretColumns,
    List<String> warnings,
    List<String> requires) {
  /** Copies the lists. */
  public ExportSurvey {
    tables = List.copyOf(tables);
    secretColumns = List.copyOf(secretColumns);
    warnings = List.copyOf(warnings);
    requires = List.copyOf(requires);
  }

  /** Tables with rows beyond those pgpm's documents name. */
  public List<MetadataTable> undocumented() {
    return tables.stream().filter(table -> !table.documented()).toList();
  }
}
