package dev.pgstow.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final String FOREVER =
      "COPY (SELECT repeat('x', 1000) || generate_series(1, 1000000000)) TO STDOUT";
  private final Session session = TestSettings.session("postgres");

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void copyGivesEachValueAsItIs() throws IOException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    long count =
        session.copyOut(
            "COPY (VALUES (1, E'a\\tb\\\\n\\n', NULL), (2, 'é日😀', ''), (3, '\\N', '{NULL,\"\\\\\"}'))"
                + " TO STDOUT",
            row -> rows.add(Arrays.asList(row)));
    assertEquals(3, count);
    assertEquals(
        List.of(
            Arrays.asList("1", "a\tb\\n\n", null),
            List.of("2", "é日😀", ""),
            List.of("3", "\\N", "{NULL,\"\\\\\"}")),
        rows);
  }

  @Test
  void everyCharacterComesThrough() throws IOException {
    StringBuilder got = new StringBuilder();
    session.copyOut(
        "COPY (SELECT chr(i) FROM generate_series(1, 55295) i) TO STDOUT",
        row -> got.append(row[0]));
    assertEquals(55295, got.length());
    for (int i = 0; i < got.length(); i++) {
      assertEquals(i + 1, got.charAt(i));
    }
  }

  @Test
  void aRowCanBeLarge() throws IOException {
    session.copyOut(
        "COPY (SELECT repeat(E'\\\\', 20000000)) TO STDOUT",
        row -> assertEquals(20_000_000, String.valueOf(row[0]).length()));
  }

  @Test
  void aHandlerThatThrowsStopsTheCopyAndLeavesTheSessionUsable() throws SQLException {
    IOException full = new IOException("disk full");
    IOException thrown =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () ->
                assertThrows(
                    IOException.class,
                    () ->
                        session.copyOut(
                            FOREVER,
                            row -> {
                              throw full;
                            })));
    assertSame(full, thrown);
    assertEquals(1, one("SELECT 1"));
  }

  @Test
  void anInterruptStopsTheCopy() throws SQLException {
    Failure failure =
        assertThrows(
            Failure.class,
            () -> session.copyOut(FOREVER, row -> Thread.currentThread().interrupt()));
    assertTrue(Thread.interrupted());
    assertEquals("interrupted", failure.ident());
    assertEquals(1, one("SELECT 1"));
  }

  @Test
  void anErrorInTheMiddleOfACopySaysWhatWasRead() {
    SqlFailure failure =
        assertThrows(
            SqlFailure.class,
            () ->
                session.copyOut(
                    "COPY (SELECT 1 / (5 - i) FROM generate_series(1, 9) i) TO STDOUT",
                    "reading app.users",
                    row -> {}));
    assertEquals("22012", failure.sqlState());
    assertEquals("Failed while reading app.users: division by zero.", failure.getMessage());
  }

  @Test
  void cancelStopsAQueryFromAnotherThread() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              try {
                session.copyOut(FOREVER, row -> started.countDown());
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });
    assertTrue(started.await(20, TimeUnit.SECONDS));
    session.cancel();
    Throwable thrown = assertThrows(Exception.class, () -> reading.get(20, TimeUnit.SECONDS));
    assertEquals("query-cancelled", ((Failure) thrown.getCause()).ident());
    assertEquals(1, one("SELECT 1"));
  }

  @Test
  void cancelWithoutAQueryIsHarmless() throws SQLException {
    session.cancel();
    assertEquals(1, one("SELECT 1"));
  }

  @Test
  void closeDoesNotWaitForARunningQueryNorLeaveItRunning() throws Exception {
    int pid = one("SELECT pg_backend_pid()");
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(
            () -> {
              try {
                session.copyOut(FOREVER, row -> started.countDown());
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });
    assertTrue(started.await(20, TimeUnit.SECONDS));
    assertTimeoutPreemptively(Duration.ofSeconds(10), session::close);
    Throwable thrown = assertThrows(Exception.class, () -> reading.get(20, TimeUnit.SECONDS));
    assertTrue(thrown.getCause() instanceof SqlFailure, String.valueOf(thrown.getCause()));
    session.close();
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> awaitGone(pid));
  }

  @Test
  void closeEndsAStatementToo() throws Exception {
    int pid = one("SELECT pg_backend_pid()");
    CompletableFuture<Void> sleeping =
        CompletableFuture.runAsync(() -> session.execute("SELECT pg_sleep(60)", "sleeping"));
    awaitActivity(pid, "active");
    assertTimeoutPreemptively(Duration.ofSeconds(10), session::close);
    Throwable thrown = assertThrows(Exception.class, () -> sleeping.get(20, TimeUnit.SECONDS));
    assertTrue(thrown.getCause() instanceof SqlFailure, String.valueOf(thrown.getCause()));
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> awaitGone(pid));
  }

  @Test
  void aLostConnectionIsNamed() throws SQLException {
    TestServer.shared()
        .execute("postgres", "SELECT pg_terminate_backend(" + one("SELECT pg_backend_pid()") + ")");
    SqlFailure failure =
        assertThrows(
            SqlFailure.class,
            () -> session.copyOut("COPY (SELECT 1) TO STDOUT", "reading a.b", row -> {}));
    assertEquals("connection-lost", failure.ident());
    assertTrue(failure.getMessage().contains("reading a.b"));
    session.cancel();
    session.close();
  }

  private static void awaitGone(int pid) throws SQLException, InterruptedException {
    awaitActivity(pid, "");
  }

  /** Waits for a state of a backend; empty if it is to be gone. */
  private static void awaitActivity(int pid, String state)
      throws SQLException, InterruptedException {
    try (Session other = TestSettings.session("postgres");
        Statement statement = other.connection().createStatement()) {
      while (true) {
        try (ResultSet row =
            statement.executeQuery("SELECT state FROM pg_stat_activity WHERE pid = " + pid)) {
          if (state.equals(row.next() ? row.getString(1) : "")) {
            return;
          }
        }
        Thread.sleep(20);
      }
    }
  }

  private int one(String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
