package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.HarmlessText;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageMessageTest {
  @ParameterizedTest
  @CsvSource({
    "--tokn, export --tokn hunter2",
    "--password, deploy --password=hunter2",
    "expotr, expotr --url postgresql://u:hunter2@h/db",
    "u:***@h, postgresql://u:hunter2@h/db",
    "b, deploy a b host=h;password=hunter2",
    "password=***, deploy a postgresql://h/db?password=hunter2&sslmode=require",
  })
  void secretsAreNotRepeated(String says, String arguments) {
    Cli cli = new Cli(Path.of(""));
    for (String json : new String[] {"", " --json"}) {
      assertEquals(2, cli.run((arguments + json).split(" ")), cli::err);
      assertTrue(json.isEmpty() || cli.out().contains(says), cli.out());
      assertTrue(cli.err().contains(says) || says.contains("***"), cli::err);
      assertFalse((cli.out() + cli.err()).contains("hunter2"), cli.out() + cli.err());
    }
  }

  @ParameterizedTest
  @CsvSource({"\u001b[2J", "--x\u202e"})
  void whatATerminalObeysIsSpelledOut(String argument) {
    Cli cli = new Cli(Path.of(""));
    assertEquals(2, cli.run("deploy", "a", argument), cli::err);
    HarmlessText.check(cli.err());
  }
}
