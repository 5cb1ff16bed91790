package dev.pgstow.install;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A pgpm module that came as an npm package: a folder with one {@code NAME.control}, a {@code
 * pgpm.plan} whose {@code %project} is NAME, and a {@code package.json}.
 *
 * @param controlName the module's name
 * @param npmName the name in package.json; empty if there is none
 * @param version the version in package.json; empty if there is none
 * @param dependencies package.json's {@code dependencies}, in its order: name -> version
 */
record ModuleFolder(
    String controlName, String npmName, String version, Map<String, String> dependencies) {
  private static final String CONTROL = ".control";
  private static final String PLAN = "pgpm.plan";
  private static final int MAX_PLAN_HEAD = 64 * 1024;
  private static final int MAX_PACKAGE_JSON = 1 << 20;
  private static final Pattern PROJECT = Pattern.compile("(?m)^\\s*%project\\s*=\\s*(\\S+)");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,99}");

  /** Copies its map. */
  ModuleFolder {
    dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
  }

  /** Whether a folder has both files that make a module. */
  static boolean isModule(Path folder) throws IOException {
    return isFile(folder.resolve(PLAN)) && !controlFiles(folder).isEmpty();
  }

  /**
   * Reads a folder that {@link #isModule}.
   *
   * @throws NotAModuleException if its files contradict each other or can't be read
   */
  static ModuleFolder read(Path folder) throws IOException {
    List<Path> controls = controlFiles(folder);
    if (controls.size() != 1) {
      throw new NotAModuleException("it has " + controls.size() + " control files, not one");
    }
    String file = controls.get(0).getFileName().toString();
    String name = file.substring(0, file.length() - CONTROL.length());
    String plan = head(folder.resolve(PLAN), MAX_PLAN_HEAD);
    Matcher project = PROJECT.matcher(plan);
    if (!project.find() || !project.group(1).equals(name)) {
      throw new NotAModuleException("the %project of its pgpm.plan is not " + name);
    }
    JsonNode json = packageJson(folder.resolve("package.json"));
    Map<String, String> dependencies = new LinkedHashMap<>();
    json.path("dependencies")
        .fields()
        .forEachRemaining(entry -> dependencies.put(entry.getKey(), entry.getValue().asText()));
    String version = json.path("version").asText();
    return new ModuleFolder(
        name,
        json.path("name").asText(),
        VERSION.matcher(version).matches() ? version : "",
        dependencies);
  }

  private static JsonNode packageJson(Path file) throws IOException {
    if (!isFile(file)) {
      return JsonMapper.builder().build().createObjectNode();
    }
    if (Files.size(file) > MAX_PACKAGE_JSON) {
      throw new NotAModuleException("its package.json is too long");
    }
    try {
      return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new NotAModuleException("its package.json is no JSON");
    }
  }

  private static String head(Path file, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
  }

  private static List<Path> controlFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(CONTROL))
          .filter(ModuleFolder::isFile)
          .toList();
    }
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
