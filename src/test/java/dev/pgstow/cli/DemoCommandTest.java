package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pgstow.testing.ProgramProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo where there is no terminal. */
class DemoCommandTest {
  private static final Pattern URL = Pattern.compile("--url 'postgresql://(\\w+)@([^']+)'");

  @TempDir Path temp;

  @Test
  void theServerIsUpUntilTheProgramIsStopped() throws Exception {
    Path directory = Files.createDirectory(temp.resolve("here"));
    Process program = new ProgramProcess(directory).start("demo", "--server");
    try {
      Matcher url = said(temp.resolve("here.out"), program);
      String jdbc = "jdbc:postgresql://" + url.group(2) + "/inventory?user=" + url.group(1);
      try (Connection connection = DriverManager.getConnection(jdbc);
          ResultSet products =
              connection.createStatement().executeQuery("SELECT count(*) FROM products")) {
        assertTrue(products.next());
        assertEquals(20, products.getInt(1));
      }
      program.destroy();
      assertTrue(program.waitFor(30, TimeUnit.SECONDS));
      assertThrows(SQLException.class, () -> DriverManager.getConnection(jdbc).close());
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  @Tag("thorough")
  void withNobodyToAskItExportsTheBookshop() throws IOException {
    OfflineCli cli = new OfflineCli(temp, temp);
    assertEquals(0, cli.run("demo", "--json", "--workspace", "shelf"), cli::err);
    String last = cli.out().lines().reduce((one, other) -> other).orElseThrow();
    assertEquals("result", new ObjectMapper().readTree(last).path("event").asText(), cli.out());
    assertTrue(Files.exists(temp.resolve("shelf/packages/bookshop/pgpm.plan")));
  }

  private static Matcher said(Path out, Process program) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(deadline) && program.isAlive()) {
      String text = Files.readString(out);
      Matcher url = URL.matcher(text);
      if (text.contains("Ctrl-C stops it.") && url.find()) {
        return url;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The server is not up: " + Files.readString(out));
  }
}
