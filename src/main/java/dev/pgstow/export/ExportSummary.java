package dev.pgstow.export;

import dev.pgstow.workspace.ModulePreview;
import dev.pgstow.workspace.ModuleTarget;
import dev.pgstow.workspace.Preview;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an export has counted, part by part, until it becomes an {@link ExportResult}. */
record ExportSummary(
    ModuleTarget extensionTarget,
    ModuleTarget serviceTarget,
    Optional<ExportResult.Module> extension,
    Optional<ExportResult.Module> service,
    Map<String, Long> rows,
    long emptyReverts,
    long emptyVerifies,
    long leftAlone,
    Optional<Preview> preview,
    List<String> warnings) {

  ExportSummary(ModuleTarget extension, ModuleTarget service, List<String> warnings) {
    this(
        extension,
        service,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        0,
        0,
        0,
        Optional.empty(),
        warnings);
  }

  ExportSummary with(ActionExport actions, List<String> requires) {
    return new ExportSummary(
        extensionTarget,
        serviceTarget,
        Optional.of(module(extensionTarget, actions.graph().size(), actions.bytes(), requires)),
        service,
        rows,
        actions.emptyReverts(),
        actions.emptyVerifies(),
        leftAlone,
        preview,
        warnings);
  }

  ExportSummary with(MetadataExport metadata, List<String> requires, long left) {
    return new ExportSummary(
        extensionTarget,
        serviceTarget,
        extension,
        Optional.of(module(serviceTarget, metadata.changes().size(), metadata.bytes(), requires)),
        new LinkedHashMap<>(metadata.rows()),
        emptyReverts,
        emptyVerifies,
        left,
        preview,
        warnings);
  }

  ExportSummary with(Preview difference) {
    return new ExportSummary(
        extensionTarget,
        serviceTarget,
        extension,
        service,
        rows,
        emptyReverts,
        emptyVerifies,
        leftAlone,
        Optional.of(difference),
        warnings);
  }

  ExportResult result(boolean written, Duration elapsed) {
    List<String> droppedTags = new ArrayList<>();
    for (ModulePreview module : preview.orElseThrow().modules()) {
      module.droppedTags().forEach(tag -> droppedTags.add(module.target().name() + "@" + tag));
    }
    return new ExportResult(
        extension,
        service.orElseThrow(),
        written,
        rows,
        emptyReverts,
        emptyVerifies,
        leftAlone,
        droppedTags,
        List.copyOf(warnings),
        elapsed);
  }

  private static ExportResult.Module module(
      ModuleTarget target, long changes, long bytes, List<String> requires) {
    return new ExportResult.Module(target.name(), target.directory(), changes, bytes, requires);
  }
}
