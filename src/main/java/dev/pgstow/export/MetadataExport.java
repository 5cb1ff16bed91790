package dev.pgstow.export;

import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.RegisteredRow;
import dev.pgstow.metaschema.RegistrationInserts;
import dev.pgstow.metaschema.TableScripts;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.RequirementScan;
import dev.pgstow.workspace.PlannedChange;
import dev.pgstow.workspace.StagedModule;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the metadata rows into the staged service module, one change a table. */
final class MetadataExport {
  private final UUID databaseId;
  private final SchemaRenamer renamer;
  private final StagedModule module;
  private final RequirementScan scan;
  private final RowSelection selection;
  private final RegistrationInserts inserts;
  private final RestoredRows restored;
  private final ProgressListener listener;
  private final List<PlannedChange> changes = new ArrayList<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private Map<String, String> foreignPackages = Map.of();
  private final List<String> doubtful = new ArrayList<>();
  private boolean leavesRows;
  private long bytes;

  MetadataExport(
      UUID databaseId,
      SchemaRenamer renamer,
      StagedModule module,
      RequirementScan scan,
      RowSelection selection,
      RegistrationInserts inserts,
      RestoredRows restored,
      ProgressListener listener) {
    this.databaseId = databaseId;
    this.renamer = renamer;
    this.module = module;
    this.scan = scan;
    this.selection = selection;
    this.inserts = inserts;
    this.restored = restored;
    this.listener = listener;
  }

  /** Exports the rows of a table, if it has any. */
  void table(ExportSnapshot snapshot, MetadataTable table) throws IOException {
    ProgressMeter meter = ProgressMeter.table(listener, table.label(), table.rows());
    try (TableFiles files = new TableFiles(table)) {
      snapshot.readRows(
          table,
          values -> {
            if (!selection.leavesOut(table, values)) {
              Optional<Set<String>> changed = inserts.inserts(table, values);
              if (changed.isEmpty()) {
                files.row(values);
              } else {
                leave(table, values, changed.get());
              }
            }
            meter.add(1, size(values));
          });
      if (files.end()) {
        scan.table(table.schema(), table.name());
        rows.put(table.changeName(), files.count);
        if (inserts.mayInsertInto(table)) {
          doubtful.add(table.label());
        }
      }
    }
    meter.finishTable(table.label());
  }

  private void leave(MetadataTable table, @Nullable String[] values, Set<String> changed)
      throws IOException {
    leavesRows = true;
    if (!changed.isEmpty()) {
      restored.add(new RegisteredRow(table, databaseId, renamer, values, changed));
      scan.table(table.schema(), table.name());
    }
  }

  /** Adds the registrations, and behind them what became of their rows. */
  void registrations(ActionExport actions, String extensionName) throws IOException {
    RegistrationExport registrations =
        new RegistrationExport(actions, extensionName, renamer, module);
    registrations.write(changes, restored.isEmpty() ? Set.of() : Set.of(RestoredRows.CHANGE));
    if (!restored.isEmpty()) {
      changes.add(restored.write(module, previous().stream().toList()));
    }
    bytes += registrations.bytes();
    foreignPackages = registrations.foreignPackages();
  }

  /** Whether there are rows that are left to actions, whichever module these go into. */
  boolean leavesRows() {
    return leavesRows;
  }

  /** Tables with rows that a registration could insert again. */
  List<String> doubtful() {
    return doubtful;
  }

  /** Other packages the service module's changes need, with the change that names each first. */
  Map<String, String> foreignPackages() {
    return foreignPackages;
  }

  /** The changes of the service module so far, in plan order. */
  List<PlannedChange> changes() {
    return changes;
  }

  /** Rows written, by change name without {@code migrate/}. */
  Map<String, Long> rows() {
    return rows;
  }

  long bytes() {
    return bytes;
  }

  private void write(String folder, String change, String script) throws IOException {
    bytes += script.length();
    module.write(folder + change + ".sql", script);
  }

  private Optional<String> previous() {
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(changes.get(changes.size() - 1).name());
  }

  private static long size(@Nullable String[] values) {
    long size = 0;
    for (@Nullable String value : values) {
      size += value == null ? 2 : value.length();
    }
    return size;
  }

  /** The deploy and verify files of a table, opened at its first row. */
  private final class TableFiles implements AutoCloseable {
    private final MetadataTable table;
    private final String change;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Optional<TableScripts> scripts = Optional.empty();
    private Optional<Writer> deploy = Optional.empty();
    private Optional<Writer> verify = Optional.empty();
    private long count;

    TableFiles(MetadataTable table) {
      this.table = table;
      this.change = "migrate/" + table.changeName();
    }

    void row(@Nullable String[] values) throws IOException {
      if (scripts.isEmpty()) {
        begin();
      }
      scripts.orElseThrow().row(values);
      count++;
      bytes += size(values);
    }

    private void begin() throws IOException {
      Writer deployFile = module.open("deploy/" + change + ".sql");
      deploy = Optional.of(deployFile);
      open.add(deployFile);
      Writer verifyFile = module.open("verify/" + change + ".sql");
      verify = Optional.of(verifyFile);
      open.add(verifyFile);
      deployFile.append(
          ChangeScripts.deployHeader(change, previous().map(List::of).orElse(List.of())));
      verifyFile.append(ChangeScripts.verifyHeader(change));
      TableScripts begun = new TableScripts(table, databaseId, renamer, deployFile, verifyFile);
      begun.begin();
      scripts = Optional.of(begun);
    }

    /** Ends the files and plans the change; false if there was no row. */
    boolean end() throws IOException {
      if (scripts.isEmpty()) {
        return false;
      }
      scripts.orElseThrow().end();
      deploy.orElseThrow().append(ChangeScripts.deployFooter());
      verify.orElseThrow().append(ChangeScripts.verifyFooter());
      write("revert/", change, ChangeScripts.revert(change, scripts.orElseThrow().revert()));
      changes.add(
          new PlannedChange(
              change, previous().map(List::of).orElse(List.of()), "add " + table.changeName()));
      return true;
    }

    @Override
    public void close() throws IOException {
      for (AutoCloseable file : open) {
        try {
          file.close();
        } catch (IOException | RuntimeException e) {
          throw e;
        } catch (Exception e) {
          throw new IOException(e);
        }
      }
    }
  }
}
