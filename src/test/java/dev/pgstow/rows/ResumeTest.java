package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressEvent;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.testing.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that end before their end. */
class ResumeTest {
  private final RowsDatabase database = RowsDatabase.of("shop.sql");
  private final DataExport export = new DataExport(RowsDatabase.databases(), Clock.systemUTC());

  @TempDir Path temp;

  @AfterEach
  void drop() {
    database.close();
  }

  private DataRequest request(DataRequest.Start start) {
    return database.request(temp.resolve("data")).with(start);
  }

  @Test
  void whatWasCancelledIsGoneOnWith() throws IOException {
    Failure cancelled = cancel("public.orders");
    assertEquals("interrupted", cancelled.ident());
    assertTrue(
        cancelled
            .getMessage()
            .matches("Cancelled\\. \\d+ of 24 tables are finished in .*--resume.*"),
        cancelled.getMessage());
    Path data = temp.resolve("data");
    assertFalse(Files.exists(data.resolve("metadata.json")));
    assertTrue(Files.exists(data.resolve("orders.json")));
    Path journal = data.resolve(".pgstow-data.journal");
    String killed = Files.readString(journal);
    assertTrue(
        Trees.read(data).keySet().stream().noneMatch(it -> it.endsWith(".part")),
        () -> Trees.read(data).keySet().toString());
    List<String> warnings = new ArrayList<>();
    DataResult result =
        export.run(
            request(DataRequest.Start.RESUME),
            event -> {
              if (event instanceof ProgressEvent.Warning warning) {
                warnings.add(warning.message());
              }
            });
    assertTrue(warnings.get(0).startsWith("Going on in another snapshot"), warnings.toString());
    assertTrue(result.resumed() > 0);
    assertEquals(24, result.tables().size());
    assertEquals(25, Trees.read(data).size());
    assertEquals(List.of(), new DataVerifier().verify(data, ProgressListener.none()).problems());
    Files.writeString(journal, killed);
    DataResult again = export.run(request(DataRequest.Start.RESUME), ProgressListener.none());
    assertEquals(24, again.resumed());
    assertFalse(
        Files.exists(journal), "what a run left that was killed right behind its last step");
  }

  /** Cancels when a table is finished. */
  private Failure cancel(String table) {
    return assertThrows(
        Failure.class,
        () ->
            export.run(
                request(DataRequest.Start.FRESH),
                event -> {
                  if (event instanceof ProgressEvent.TableFinished finished
                      && finished.table().equals(table)) {
                    new Thread(export::cancel).start();
                    pause();
                  }
                }));
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void damagedFilesAreReadAgainAndTornLinesAreForgotten() throws IOException {
    cancel("public.orders");
    Path data = temp.resolve("data");
    Files.writeString(data.resolve("orders.json"), "[]");
    Path journal = data.resolve(".pgstow-data.journal");
    Files.writeString(journal, Files.readString(journal) + "{\"finished\":{\"schema\":\"pub");
    DataResult result = finish(DataRequest.Start.RESUME);
    assertEquals(24, result.tables().size());
    assertEquals(List.of(), new DataVerifier().verify(data, ProgressListener.none()).problems());
  }

  private DataResult finish(DataRequest.Start start) {
    return new DataExport(RowsDatabase.databases(), Clock.systemUTC())
        .run(request(start), ProgressListener.none());
  }

  @Test
  void otherOptionsAreNoWayToGoOn() {
    cancel("public.orders");
    DataRequest other =
        new DataRequest(
            database.name(),
            temp.resolve("data"),
            TableChoice.everything(),
            new FileForm(DataFormat.JSON, Compression.GZIP, ByteaText.HEX, false),
            1,
            DataRequest.Start.RESUME);
    DataExport next = new DataExport(RowsDatabase.databases(), Clock.systemUTC());
    assertEquals(
        "resume-differs",
        assertThrows(Failure.class, () -> next.run(other, ProgressListener.none())).ident());
    assertEquals(0, finish(DataRequest.Start.FRESH).resumed());
    assertEquals(25, Trees.read(temp.resolve("data")).size());
  }

  @Test
  void anotherChoiceIsNoWayToGoOnOrToEnd() {
    List<TableChoice> others =
        List.of(
            choice(List.of(TablePattern.parse("orders")), false, Map.of()),
            choice(List.of(), true, Map.of()),
            choice(List.of(), false, Map.of(TablePattern.parse("orders"), "true")));
    cancel("public.orders");
    others.forEach(this::assertDiffers);
    finish(DataRequest.Start.RESUME);
    others.forEach(this::assertDiffers);
    assertEquals(24, finish(DataRequest.Start.RESUME).resumed());
  }

  private static TableChoice choice(
      List<TablePattern> tables, boolean skipAuth, Map<TablePattern, String> where) {
    return new TableChoice(
        tables, List.of(), List.of(), false, skipAuth, TableChoice.DEFAULT_THRESHOLD, where);
  }

  private void assertDiffers(TableChoice choice) {
    DataRequest same = request(DataRequest.Start.RESUME);
    DataRequest other =
        new DataRequest(
            same.database(), same.directory(), choice, same.form(), same.jobs(), same.start());
    DataExport next = new DataExport(RowsDatabase.databases(), Clock.systemUTC());
    Failure failure = assertThrows(Failure.class, () -> next.run(other, ProgressListener.none()));
    assertEquals("resume-differs", failure.ident());
  }

  @Test
  void aJournalOfAStrangerLeadsNowhere() throws IOException {
    Path data = Files.createDirectory(temp.resolve("data"));
    Files.writeString(temp.resolve("victim.json"), "mine");
    Files.writeString(
        data.resolve(".pgstow-data.journal"),
        "{\"options\":{},\"run\":{\"id\":\"\",\"lsn\":\"\",\"at\":\"2026-01-01T00:00:00Z\",\"server\":\"\"},"
            + "\"files\":[\"../victim.json\"]}\n");
    finish(DataRequest.Start.FRESH);
    assertEquals("mine", Files.readString(temp.resolve("victim.json")));
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.writeString(other.resolve(".pgstow-data.journal"), "no json\n");
    DataRequest there = database.request(other);
    assertEquals(
        "journal-malformed",
        assertThrows(Failure.class, () -> export.run(there, ProgressListener.none())).ident());
  }

  @Test
  void twoExportsDoNotMeetInOneFolder() {
    List<String> idents = new ArrayList<>();
    export.run(
        request(DataRequest.Start.FRESH),
        event -> {
          if (idents.isEmpty()) {
            idents.add(assertThrows(Failure.class, () -> finish(DataRequest.Start.FRESH)).ident());
          }
        });
    assertEquals(List.of("export-running"), idents);
  }
}
