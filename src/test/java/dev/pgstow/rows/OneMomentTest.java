package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tables are as of one moment, whatever is written meanwhile. */
class OneMomentTest {
  private static final int TABLES = 4;
  private static final int ROWS = 30_000;

  @TempDir Path folder;

  @Test
  void rowsThatMoveBetweenTablesAreSeenOnce() throws Exception {
    try (RowsDatabase database = RowsDatabase.empty()) {
      for (int i = 0; i < TABLES; i++) {
        database.execute(
            "CREATE TABLE purse%d AS SELECT n AS id, n %% 7 AS coins, repeat('x', 200) AS filler"
                    .formatted(i)
                + " FROM generate_series(%d, %d) n".formatted(i * ROWS, (i + 1) * ROWS - 1));
      }
      long coins = Long.parseLong(database.query(total()).get(0));
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger moves = new AtomicInteger();
      Thread writer = new Thread(() -> move(database, over, moves));
      writer.start();
      try {
        while (moves.get() < 3) {
          Thread.sleep(5);
        }
        for (int jobs : new int[] {1, 3}) {
          int before = moves.get();
          Path directory = folder.resolve("jobs" + jobs);
          database.export(database.request(directory, FileForm.json(), jobs));
          assertTrue(moves.get() > before, "nothing moved meanwhile");
          assertEquals(TABLES * ROWS + "/" + coins, read(directory));
        }
      } finally {
        over.set(true);
        writer.join();
      }
    }
  }

  private static String total() {
    StringBuilder sql = new StringBuilder("SELECT sum(coins) FROM (");
    for (int i = 0; i < TABLES; i++) {
      sql.append(i == 0 ? "" : " UNION ALL ").append("SELECT coins FROM purse").append(i);
    }
    return sql.append(") AS purses").toString();
  }

  /** Moves rows and coins, each time leaving the totals as they were. */
  private static void move(RowsDatabase database, AtomicBoolean over, AtomicInteger moves) {
    try (Connection connection = TestServer.shared().connect(database.name());
        Statement statement = connection.createStatement()) {
      for (int i = 0; !over.get(); i++) {
        int from = i % TABLES;
        int to = (i * 7 + 1) % TABLES;
        statement.execute(
            "WITH gone AS (DELETE FROM purse%1$d WHERE ctid IN (SELECT ctid FROM purse%1$d LIMIT 200) RETURNING *)"
                    .formatted(from)
                + " INSERT INTO purse%d SELECT * FROM gone".formatted(to));
        moves.incrementAndGet();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path directory) throws IOException {
    long rows = 0;
    long coins = 0;
    for (int i = 0; i < TABLES; i++) {
      for (JsonNode row :
          new JsonMapper().readTree(directory.resolve("purse" + i + ".json").toFile())) {
        rows++;
        coins += row.path("coins").asLong();
      }
    }
    return rows + "/" + coins;
  }

  @Test
  void aTruncatedTableIsNotSeenEmpty() throws Exception {
    try (RowsDatabase database = RowsDatabase.of("shop.sql")) {
      Thread truncating =
          new Thread(() -> database.execute("SET lock_timeout = '20s'; TRUNCATE orders CASCADE"));
      DataResult result =
          new DataExport(RowsDatabase.databases(), Clock.systemUTC())
              .run(
                  database.request(folder.resolve("out")),
                  event -> {
                    if (truncating.getState() == Thread.State.NEW) {
                      truncating.start();
                    }
                  });
      truncating.join();
      assertEquals(
          20_000,
          result.tables().stream()
              .filter(it -> it.name().name().equals("orders"))
              .findFirst()
              .orElseThrow()
              .rows());
      assertEquals("0", database.query("SELECT count(*) FROM orders").get(0));
    }
  }
}
