package dev.pgstow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.config.ConfigFile;
import dev.pgstow.config.ConfigKey;
import dev.pgstow.config.ConfigValue;
import dev.pgstow.config.Configuration;
import dev.pgstow.config.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A stranger's file gets nothing out of the environment, and what it says is taken as it is. */
class ConfigDefaultsTest {
  @Command(name = "connect")
  private static final class Connect {
    @Option(names = "--host", description = "Where to (default: ${DEFAULT-VALUE}).")
    private String host = "localhost";
  }

  private final Connect connect = new Connect();

  private CommandLine line(String host) {
    Path file = Path.of("pgstow.toml");
    ConfigKey key = new ConfigKey("", "host");
    Setting setting = new Setting(key, new ConfigValue.Text(host), ConfigFile.Kind.WORKSPACE, file);
    Configuration configuration =
        new Configuration(
            List.of(new ConfigFile(ConfigFile.Kind.WORKSPACE, file, Map.of("host", setting))),
            List.of());
    return new CommandLine(connect)
        .setDefaultValueProvider(new ConfigDefaults(configuration, Map.of()));
  }

  private String host(String configured) {
    var unused = line(configured).parseArgs();
    return connect.host;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${env:PATH}.evil.example",
        "${sys:user.home}",
        "${user.home:-x}",
        "$${x}",
        "${COMMAND-NAME}",
        "$$",
        "$"
      })
  void noVariableIsPutIntoAValue(String text) {
    assertEquals(text, host(text));
    assertEquals("      --host=<host>   Where to (default: " + text + ").", help(text));
  }

  private String help(String text) {
    List<String> lines = line(text).getUsageMessage().lines().toList();
    return lines.get(lines.size() - 1);
  }

  @Property(tries = 300)
  void everyTextIsTakenAsItIs(@ForAll("texts") String text) {
    assertEquals(text, host(text));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "$", "${", "{", "}", ":", ":-", "env:", "PATH", "sys:", "bundle:", "\\", "%");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(8)
        .map(list -> String.join("", list))
        .filter(text -> !text.equals("_NULL_"));
  }
}
