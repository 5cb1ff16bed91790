package dev.pgstow.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads configuration files. */
final class ConfigReader {
  private static final long LARGEST = 1 << 20;
  private static final int DEEPEST_COMMAND = 2;
  private static final String PGPM_KEY = "pgstow";

  private final ConfigFile.Kind kind;
  private final Path file;
  private final Map<String, Setting> settings = new HashMap<>();

  private ConfigReader(ConfigFile.Kind kind, Path file) {
    this.kind = kind;
    this.file = file;
  }

  /**
   * Reads a TOML file.
   *
   * @throws Failure {@code config-unreadable}, {@code config-malformed}, {@code
   *     config-value-invalid}, {@code config-secret}, {@code config-key-refused}
   */
  static ConfigFile toml(ConfigFile.Kind kind, Path file) {
    ConfigReader reader = new ConfigReader(kind, file);
    String text = reader.text();
    try {
      return reader.read(new TomlMapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw ConfigFailures.malformed(file, problem(e), e);
    }
  }

  /**
   * Reads the key {@code pgstow} of a {@code pgpm.json}; empty if there is none, or the file is
   * broken, which is the workspace's to tell.
   */
  static Optional<ConfigFile> pgpmJson(Path file) {
    ConfigReader reader = new ConfigReader(ConfigFile.Kind.WORKSPACE, file);
    String text = reader.text();
    if (!text.contains('"' + PGPM_KEY + '"')) {
      return Optional.empty();
    }
    try {
      JsonNode node = new JsonMapper().readTree(text).path(PGPM_KEY);
      return node.isMissingNode() ? Optional.empty() : Optional.of(reader.read(node));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private String text() {
    try {
      if (Files.size(file) > LARGEST) {
        throw unreadable("it is larger than a megabyte", null);
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw unreadable("it is not valid UTF-8", e);
    } catch (IOException e) {
      throw unreadable(e.getClass().getSimpleName(), e);
    }
  }

  private Failure unreadable(String why, @Nullable Throwable cause) {
    return new Failure(
        ExitCode.USAGE,
        "config-unreadable",
        "The configuration " + file + " can't be read: " + why + ".",
        "Check its permissions and encoding.",
        cause);
  }

  private ConfigFile read(JsonNode root) {
    if (!root.isObject()) {
      throw ConfigFailures.value(file, PGPM_KEY, "an object");
    }
    section("", root, 0);
    return new ConfigFile(kind, file, settings);
  }

  private void section(String command, JsonNode node, int depth) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      ConfigKey key = new ConfigKey(command, entry.getKey());
      if (!entry.getValue().isObject()) {
        ConfigValue value = value(key, entry.getValue());
        KeyRules.check(file, key, value);
        settings.put(key.toString(), new Setting(key, value, kind, file));
      } else if (depth == DEEPEST_COMMAND) {
        throw ConfigFailures.value(file, key.toString(), "no section");
      } else {
        String name = command.isEmpty() ? entry.getKey() : command + ' ' + entry.getKey();
        section(name, entry.getValue(), depth + 1);
      }
    }
  }

  private ConfigValue value(ConfigKey key, JsonNode node) {
    if (node.isBoolean()) {
      return new ConfigValue.Switch(node.booleanValue());
    }
    if (isWord(node)) {
      return new ConfigValue.Text(node.asText());
    }
    List<String> items = new ArrayList<>();
    for (JsonNode item : node) {
      if (!isWord(item)) {
        throw ConfigFailures.value(file, key.toString(), "a list of strings");
      }
      items.add(item.asText());
    }
    if (!node.isArray()) {
      throw ConfigFailures.value(
          file, key.toString(), "a string, a number, true, false or a list of strings");
    }
    return new ConfigValue.Listing(items);
  }

  private static boolean isWord(JsonNode node) {
    return node.isTextual() || node.isIntegralNumber();
  }

  private static String problem(JsonProcessingException error) {
    String words = error.getOriginalMessage().strip();
    String first = words.lines().findFirst().orElse(words);
    String sentence = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    return error.getLocation() == null
        ? sentence
        : sentence + " (line " + error.getLocation().getLineNr() + ")";
  }
}
