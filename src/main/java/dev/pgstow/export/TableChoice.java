package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.source.ExportSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which metadata tables a request exports, and what about them a person should know. */
record TableChoice(ExportRequest request, ExportSnapshot snapshot) {

  /**
   * The tables, in order.
   *
   * @param warnings told what is worth knowing
   * @throws Failure if secrets would be exported without a yes
   */
  List<MetadataTable> tables(Consumer<String> warnings) {
    List<MetadataTable> tables = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    for (MetadataTable table : snapshot.tables()) {
      tables.add(table);
      snapshot.secretColumns(table).forEach(column -> secrets.add(table.label() + "." + column));
      if (table.rows() > 0 && !table.oidColumns().isEmpty()) {
        warnings.accept(
            table.label()
                + " has columns of object identifiers, which do not survive a move: "
                + String.join(", ", table.oidColumns()));
      }
    }
    if (!secrets.isEmpty() && !request.includeSecrets()) {
      throw Failure.usage(
          SecretsConsent.IDENT,
          "Columns that look like secrets have values: " + String.join(", ", secrets) + ".",
          "Say --include-secrets if they may be written to files, or leave the table out with"
              + " --exclude-table.");
    }
    return tables;
  }
}
