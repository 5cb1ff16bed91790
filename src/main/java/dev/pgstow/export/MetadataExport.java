package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private final ProgressListener listener;
  private final List<PlannedChange> changes = new ArrayList<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private long bytes;

  MetadataExport(
      UUID databaseId,
      SchemaRenamer renamer,
      StagedModule module,
      RequirementScan scan,
      RowSelection selection,
      RegistrationInserts inserts,
      ProgressListener listener) {
    this.databaseId = databaseId;
    this.renamer = renamer;
    this.module = module;
    this.scan = scan;
    this.selection = selection;
    this.inserts = inserts;
    this.listener = listener;
  }

  /** Exports the rows of a table, if it has any. */
  void table(ExportSnapshot snapshot, MetadataTable table) throws IOException {
    ProgressMeter meter = ProgressMeter.table(listener, table.label(), table.rows());
    try (TableFiles files = new TableFiles(table)) {
      snapshot.readRows(
          table,
          values -> {
            if (!selection.leavesOut(table, values) && !inserts.inserts(table, values)) {
              files.row(values);
            }
            meter.add(1, size(values));
          });
      if (files.end()) {
        scan.table(table.schema(), table.name());
        rows.put(table.changeName(), files.count);
      }
    }
    meter.finishTable(table.label());
  }

  /** Adds the registrations, each behind the change before it. */
  void registrations(ActionExport actions, String extensionName) throws IOException {
    List<String> tables = changes.stream().map(PlannedChange::name).toList();
    try (TextSpool.Reader texts = actions.registrationTexts().read()) {
      for (Registration registration : actions.registrations()) {
        String change = renamer.changeName(registration.name());
        requireApart(registration, change, tables);
        List<Reference> references = references(registration, actions, extensionName);
        List<String> requires =
            references.stream()
                .sorted((a, b) -> ActionExport.REQUIRES_ORDER.compare(a.original, b.original))
                .map(Reference::written)
                .toList();
        write("deploy/", change, ChangeScripts.deploy(change, requires, renamer.sql(texts.next())));
        write("revert/", change, ChangeScripts.revert(change, renamer.sql(texts.next())));
        write("verify/", change, ChangeScripts.verify(change, renamer.sql(texts.next())));
        List<String> dependencies = new ArrayList<>();
        references.stream()
            .filter(reference -> !reference.foreign)
            .forEach(reference -> dependencies.add(reference.written));
        references.stream()
            .filter(Reference::foreign)
            .forEach(reference -> dependencies.add(reference.written));
        changes.add(new PlannedChange(change, dependencies, registration.note()));
      }
    }
  }

  /** A registration must not take the place of a table's change, on no disk. */
  private static void requireApart(Registration registration, String change, List<String> tables) {
    String folded = change.toLowerCase(Locale.ROOT);
    for (String table : tables) {
      String taken = table.toLowerCase(Locale.ROOT);
      if (folded.equals(taken) || folded.startsWith(taken + ".sql/")) {
        throw Failure.failed(
            "change-is-a-tables",
            "Row "
                + registration.row()
                + " of db_migrate.sql_actions (\""
                + change
                + "\") would be in the way of \""
                + table
                + "\", the change of a metadata table.",
            "Rename it in the source database, then export again.");
      }
    }
  }

  private record Reference(String original, String written, boolean foreign) {}

  private List<Reference> references(
      Registration registration, ActionExport actions, String extensionName) {
    List<Reference> references = new ArrayList<>();
    previous().ifPresent(before -> references.add(new Reference(before, before, false)));
    for (String dependency : registration.dependencies()) {
      String renamed = renamer.changeName(dependency);
      if (actions.graph().has(dependency)) {
        references.add(new Reference(dependency, extensionName + ":" + renamed, true));
      } else if (changes.stream().anyMatch(change -> change.name().equals(renamed))) {
        if (references.stream().noneMatch(reference -> reference.written.equals(renamed))) {
          references.add(new Reference(dependency, renamed, false));
        }
      } else if (ChangeGraph.isForeign(dependency)) {
        references.add(new Reference(dependency, dependency, true));
      } else {
        throw actions.missingFor(registration, dependency);
      }
    }
    return references;
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
