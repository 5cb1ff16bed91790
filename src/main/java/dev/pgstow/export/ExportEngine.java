package dev.pgstow.export;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.metaschema.RegistrationInserts;
import dev.pgstow.progress.Phase;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.rename.SchemaRenamer;
import dev.pgstow.source.ExportSnapshot;
import dev.pgstow.source.ExportSource;
import dev.pgstow.source.RequirementScan;
import dev.pgstow.source.SchemaEntry;
import dev.pgstow.workspace.ExtensionName;
import dev.pgstow.workspace.ModuleTarget;
import dev.pgstow.workspace.Staging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Exports one database of a Constructive server to an extension module and a service module. Holds
 * no state: one engine may serve several threads, each with a source of its own.
 */
public final class ExportEngine {

  /**
   * Reads the source in one snapshot and writes both modules beside their targets. Nothing at the
   * targets changes before {@link StagedExport#commit()}.
   *
   * @throws Failure if it can't be done; nothing is left behind then
   */
  public StagedExport stage(ExportRequest request, ExportSource source, ProgressListener listener) {
    long startedAt = System.nanoTime();
    check(request);
    try (ExportSnapshot snapshot =
        source.snapshot(request.databaseId(), request.snapshotOptions())) {
      Plan plan = plan(request, snapshot, listener);
      OptionalLong actions = snapshot.actions();
      boolean hasActions = actions.orElse(0) > 0;
      if (!hasActions) {
        warn(
            plan,
            listener,
            actions.isEmpty()
                ? "This source does not show db_migrate.sql_actions: only the service module is"
                    + " exported."
                : "The database has no actions: only the service module is exported.");
      }
      Staging staging = Staging.open(hasActions ? plan.targets() : List.of(plan.service()));
      try (TextSpool texts = new TextSpool()) {
        return write(plan, snapshot, source, staging, texts, hasActions, listener, startedAt);
      } catch (IOException | RuntimeException | Error e) {
        staging.close();
        throw e;
      }
    } catch (IOException e) {
      throw Failure.failed(
          "export-failed",
          "The export could not be written: " + e.getMessage(),
          "Nothing was changed. Check the disk and the output folder, then try again.",
          e);
    }
  }

  /** What is known before anything is written. */
  private record Plan(
      ExportRequest request,
      String database,
      SchemaSelection schemas,
      SchemaRenamer renamer,
      List<MetadataTable> tables,
      ModuleTarget extension,
      ModuleTarget service,
      List<String> warnings) {

    List<ModuleTarget> targets() {
      return List.of(extension, service);
    }
  }

  private static void check(ExportRequest request) {
    ExtensionName.check(request.extensionName());
    ExtensionName.check(request.metaExtensionName());
    if (request.extensionName().equals(request.metaExtensionName())) {
      throw Failure.usage(
          "module-names-equal",
          "Both modules would be called \"" + request.extensionName() + "\".",
          "Give another --meta-extension-name.");
    }
    if (request.author().isBlank()) {
      throw Failure.usage("author-missing", "The author is empty.", "Give --author.");
    }
  }

  private static Plan plan(
      ExportRequest request, ExportSnapshot snapshot, ProgressListener listener) {
    ProgressMeter meter = ProgressMeter.phase(listener, Phase.SCHEMAS, OptionalLong.empty());
    List<SchemaEntry> all = snapshot.schemas();
    SchemaSelection schemas = SchemaSelection.of(request, all, snapshot.database().name());
    SchemaRenamer renamer = schemas.renamer(request);
    meter.add(all.size(), 0);
    meter.finishPhase(Phase.SCHEMAS);
    List<String> warnings = new ArrayList<>();
    List<MetadataTable> tables = new TableChoice(request, snapshot).tables(warnings::add);
    snapshot.warnings().forEach(warnings::add);
    warnings.forEach(warning -> listener.on(new ProgressEvent.Warning(warning)));
    return new Plan(
        request,
        snapshot.database().name(),
        schemas,
        renamer,
        tables,
        target(request.outdir(), request.extensionName()),
        target(request.serviceOutdir(), request.metaExtensionName()),
        warnings);
  }

  private static ModuleTarget target(java.nio.file.Path folder, String name) {
    return new ModuleTarget(name, folder.toAbsolutePath().normalize().resolve(name));
  }

  private static StagedExport write(
      Plan plan,
      ExportSnapshot snapshot,
      ExportSource source,
      Staging staging,
      TextSpool texts,
      boolean hasActions,
      ProgressListener listener,
      long startedAt)
      throws IOException {
    ExportRequest request = plan.request();
    RequirementScan scan =
        request.requires() instanceof Requires.Auto
            ? snapshot.requirementScan()
            : RequirementScan.none();
    RegistrationInserts inserts = new RegistrationInserts();
    RowSelection rows = RowSelection.of(plan.schemas(), snapshot, plan.tables());
    ModuleWriter modules = new ModuleWriter(request, plan.database(), source.description(), scan);
    MetadataExport metadata =
        new MetadataExport(
            request.databaseId(),
            plan.renamer(),
            staging.module(plan.service()),
            scan,
            rows,
            inserts,
            new RestoredRows(texts),
            listener);
    ExportSummary summary = new ExportSummary(plan.extension(), plan.service(), plan.warnings());
    List<String> serviceRequires;
    if (hasActions) {
      ActionExport actions =
          new ActionExport(
              request,
              plan.schemas(),
              plan.renamer(),
              staging.module(plan.extension()),
              scan,
              inserts,
              texts);
      try {
        readActions(snapshot, actions, listener);
        if (actions.graph().size() == 0) {
          warn(plan, listener, "No action is left for the extension module: it has no changes.");
        }
        readMetadata(plan, snapshot, metadata, listener);
        metadata.registrations(actions, request.extensionName());
        for (String table : metadata.doubtful()) {
          warn(
              plan,
              listener,
              "A registration inserts into "
                  + table
                  + " what could not be told from its rows; they are exported too, and a deploy"
                  + " could insert them twice.");
        }
        ProgressMeter meter = ProgressMeter.phase(listener, Phase.FILES, OptionalLong.of(2));
        summary =
            summary.with(actions, modules.extension(staging.module(plan.extension()), actions));
        meter.add(1, 0);
        serviceRequires =
            modules.service(
                staging.module(plan.service()),
                metadata,
                metadata.leavesRows() || !actions.registrations().isEmpty());
        meter.add(1, 0);
        meter.finishPhase(Phase.FILES);
      } catch (Failure failure) {
        // Files are written behind the reading, so a collision shows anywhere from here on.
        throw actions.inTermsOfRows(failure);
      }
    } else {
      readMetadata(plan, snapshot, metadata, listener);
      ProgressMeter meter = ProgressMeter.phase(listener, Phase.FILES, OptionalLong.of(1));
      serviceRequires = modules.service(staging.module(plan.service()), metadata, false);
      meter.add(1, 0);
      meter.finishPhase(Phase.FILES);
    }
    snapshot.warnings().stream()
        .filter(warning -> !plan.warnings().contains(warning))
        .forEach(warning -> warn(plan, listener, warning));
    ProgressMeter compare = ProgressMeter.phase(listener, Phase.COMPARE, OptionalLong.empty());
    summary =
        summary.with(metadata, serviceRequires, plan.renamer().leftAlone()).with(staging.preview());
    compare.finishPhase(Phase.COMPARE);
    return new StagedModules(staging, summary, listener, startedAt);
  }

  private static void readActions(
      ExportSnapshot snapshot, ActionExport actions, ProgressListener listener) throws IOException {
    ProgressMeter meter = ProgressMeter.phase(listener, Phase.ACTIONS, snapshot.actions());
    snapshot.readActions(action -> meter.add(1, actions.action(action)));
    actions.complete();
    meter.finishPhase(Phase.ACTIONS);
  }

  private static void readMetadata(
      Plan plan, ExportSnapshot snapshot, MetadataExport metadata, ProgressListener listener)
      throws IOException {
    List<MetadataTable> filled = plan.tables().stream().filter(table -> table.rows() > 0).toList();
    ProgressMeter meter =
        ProgressMeter.phase(listener, Phase.METADATA, OptionalLong.of(filled.size()));
    for (MetadataTable table : filled) {
      metadata.table(snapshot, table);
      meter.add(1, 0);
    }
    meter.finishPhase(Phase.METADATA);
  }

  private static void warn(Plan plan, ProgressListener listener, String warning) {
    plan.warnings().add(warning);
    listener.on(new ProgressEvent.Warning(warning));
  }
}
