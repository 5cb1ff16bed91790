package dev.pgstow.export;

import dev.pgstow.metaschema.RegisteredRow;
import dev.pgstow.workspace.PlannedChange;
import dev.pgstow.workspace.StagedModule;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The change behind all registrations that puts back what became of the rows they insert: these are
 * left to them, but a row may have been changed since, and its values are what counts. The SQL
 * waits in a {@link TextSpool} until it is known what comes before.
 */
final class RestoredRows {
  static final String CHANGE = "migrate/registered_rows";

  private static final String REVERT = "-- The reverts of the registrations take their rows out.\n";

  private final TextSpool texts;
  private final List<TextSpool.Place> updates = new ArrayList<>();
  private final List<TextSpool.Place> verifies = new ArrayList<>();

  RestoredRows(TextSpool texts) {
    this.texts = texts;
  }

  void add(RegisteredRow row) throws IOException {
    updates.add(texts.write(row.update()));
    verifies.add(texts.write(row.verify()));
  }

  boolean isEmpty() {
    return updates.isEmpty();
  }

  /**
   * Writes the change.
   *
   * @param requires the changes before it
   */
  PlannedChange write(StagedModule module, List<String> requires) throws IOException {
    try (Writer deploy = module.open("deploy/" + CHANGE + ".sql")) {
      deploy.write(ChangeScripts.deployHeader(CHANGE, requires));
      deploy.write("SET session_replication_role TO replica;\n\n");
      for (TextSpool.Place update : updates) {
        deploy.write(texts.read(update));
        deploy.write("\n");
      }
      deploy.write("SET session_replication_role TO DEFAULT;\n");
      deploy.write(ChangeScripts.deployFooter());
    }
    try (Writer verify = module.open("verify/" + CHANGE + ".sql")) {
      verify.write(ChangeScripts.verifyHeader(CHANGE));
      for (TextSpool.Place text : verifies) {
        verify.write(texts.read(text));
      }
      verify.write(ChangeScripts.verifyFooter());
    }
    module.write("revert/" + CHANGE + ".sql", ChangeScripts.revert(CHANGE, REVERT));
    return new PlannedChange(CHANGE, requires, "add registered_rows");
  }
}
