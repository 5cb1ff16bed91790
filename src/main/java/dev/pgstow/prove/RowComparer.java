package dev.pgstow.prove;

import dev.pgstow.export.ExportedRows;
import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.MetadataTable;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.workspace.ExportOrigin;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Compares the metadata rows a source says there are with those of a scratch database. */
final class RowComparer {
  private static final int SHOWN = 100;

  private final ExportedRows expected;
  private final Session scratch;
  private final UUID databaseId;
  private final Optional<ExportOrigin> service;
  private final BooleanSupplier cancelled;
  private final long memory;
  private final List<RowDifference> shown = new ArrayList<>();
  private final Set<String> edited = new LinkedHashSet<>();
  private long differing;
  private long rows;
  private int tables;

  /**
   * A comparison.
   *
   * @param scratch in a snapshot
   * @param service what the service module says about its export
   * @param memory bytes for the rows of each side
   */
  RowComparer(
      ExportedRows expected,
      Session scratch,
      UUID databaseId,
      Optional<ExportOrigin> service,
      BooleanSupplier cancelled,
      long memory) {
    this.expected = expected;
    this.scratch = scratch;
    this.databaseId = databaseId;
    this.service = service;
    this.cancelled = cancelled;
    this.memory = memory;
  }

  RowComparison run(ProgressListener listener) throws IOException {
    for (MetadataTable table : expected.tables()) {
      compare(table, listener);
    }
    return new RowComparison(tables, rows, differing, shown, List.copyOf(edited));
  }

  private void compare(MetadataTable table, ProgressListener listener) throws IOException {
    final long start = System.nanoTime();
    listener.on(new ProgressEvent.TableStarted(table.label(), OptionalLong.of(table.rows())));
    ScratchTable deployed = ScratchTable.of(scratch, table);
    RowKeys keys = new RowKeys(table, deployed);
    long differingBefore = differing;
    long compared;
    try (SortedRows left = new SortedRows(memory);
        SortedRows right = new SortedRows(memory)) {
      expected.read(
          table,
          (values, made) -> {
            check();
            left.add(keys.source(values, made));
          });
      deployed.read(
          databaseId,
          values -> {
            check();
            right.add(keys.deployed(values, expected.made(table, values)));
          });
      compared = new TableComparison(table, deployed, this::tell).run(left, right);
    }
    rows += compared;
    tables += compared > 0 || differing > differingBefore ? 1 : 0;
    if (differing > differingBefore) {
      String script = "deploy/migrate/" + table.changeName() + ".sql";
      service.filter(it -> it.isEdited(script)).ifPresent(it -> edited.add(script));
    }
    listener.on(
        new ProgressEvent.TableFinished(
            table.label(), compared, 0, Duration.ofNanos(System.nanoTime() - start)));
  }

  private void tell(RowDifference difference) {
    differing++;
    if (shown.size() < SHOWN) {
      shown.add(difference);
    }
  }

  private void check() {
    if (cancelled.getAsBoolean()) {
      throw Failure.interrupted("Cancelled.");
    }
  }
}
