package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.workspace.CaseTwins;
import dev.pgstow.workspace.ChangeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which metadata tables a request exports, and what about them a person should know. */
record TableChoice(ExportRequest request, ExportSnapshot snapshot) {

  /**
   * The tables, in order.
   *
   * @param warnings told what is worth knowing
   * @throws Failure {@code table-name-unsafe}, {@code table-name-twin} of tables with rows; and if
   *     secrets would be exported without a yes
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
    checkNames(tables);
    return tables;
  }

  /** A table's name becomes a change's, and so a file's. */
  private static void checkNames(List<MetadataTable> tables) {
    Map<String, MetadataTable> byName = new HashMap<>();
    for (MetadataTable table : tables) {
      if (table.rows() == 0) {
        continue;
      }
      String change = "migrate/" + table.changeName();
      ChangeName.problem(change)
          .ifPresent(
              problem -> {
                throw unnameable(
                    "table-name-unsafe", table, "a change of that name " + problem + ".");
              });
      @Nullable MetadataTable other = byName.put(CaseTwins.fold(change), table);
      if (other != null) {
        throw unnameable(
            "table-name-twin",
            table,
            "on many disks its files would be those of " + other.label() + ".");
      }
    }
  }

  private static Failure unnameable(String ident, MetadataTable table, String why) {
    return Failure.failed(
        ident,
        "The rows of " + table.label() + " can't have a change named after the table: " + why,
        "Leave the table out with --exclude-table \"" + table.label() + "\".");
  }
}
