package dev.pgstow.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.FilePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@code manifest.json}, which may come from anybody: its paths stay inside the dump. */
public final class ManifestFile {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TOP = Pattern.compile("[a-z][a-z_]*(?:\\.json|\\.sql)?");

  private final Path file;

  private ManifestFile(Path file) {
    this.file = file;
  }

  /**
   * The manifest of a dump's folder; empty if there is none.
   *
   * @throws Failure {@code manifest-malformed}; {@code disk-error} if it can't be read
   */
  public static Optional<Manifest> read(Path folder) {
    Path file = folder.resolve(Manifest.NAME);
    return Files.exists(file) ? Optional.of(new ManifestFile(file).read()) : Optional.empty();
  }

  private Manifest read() {
    try {
      JsonNode json = new JsonMapper().readTree(Files.readAllBytes(file));
      if (json.path("version").asInt() != Manifest.VERSION) {
        throw malformed("it is not of version " + Manifest.VERSION, null);
      }
      JsonNode options = json.path("options");
      List<Manifest.Entry> objects = new ArrayList<>();
      for (JsonNode object : json.path("objects")) {
        objects.add(
            new Manifest.Entry(
                identity(object),
                path(object.path("file").asText()),
                sha256(object.path("sha256").asText())));
      }
      Map<String, String> others = new LinkedHashMap<>();
      json.path("files")
          .fields()
          .forEachRemaining(
              entry -> others.put(path(entry.getKey()), sha256(entry.getValue().asText())));
      return new Manifest(
          json.path("layout").asText(),
          new Manifest.Reading(
              json.path("server").asInt(),
              new CatalogOptions(
                  strings(options.path("schemas")),
                  strings(options.path("excludedSchemas")),
                  options.path("owners").asBoolean(),
                  options.path("privileges").asBoolean())),
          objects,
          others);
    } catch (JsonProcessingException e) {
      throw malformed("it is no JSON", e);
    } catch (IOException e) {
      throw Failure.failed(
          "disk-error", "Could not read " + file + ": " + e.getMessage() + ".", "", e);
    }
  }

  private ObjectIdentity identity(JsonNode object) {
    String label = object.path("kind").asText();
    for (ObjectKind kind : ObjectKind.values()) {
      if (kind.label().equals(label)) {
        return new ObjectIdentity(
            kind,
            Optional.ofNullable(object.path("schema").textValue()),
            object.path("name").asText(),
            object.path("qualifier").asText());
      }
    }
    throw malformed("it names the kind \"" + label + "\", which there is not", null);
  }

  private String path(String path) {
    int slash = path.indexOf('/');
    boolean ours = TOP.matcher(slash < 0 ? path : path.substring(0, slash)).matches();
    if (!ours || FilePath.problem(path).isPresent()) {
      throw malformed("it names the file \"" + path + "\", which no dump has", null);
    }
    return path;
  }

  private String sha256(String text) {
    if (!SHA256.matcher(text).matches()) {
      throw malformed("a file has no sha256", null);
    }
    return text;
  }

  private static List<String> strings(JsonNode array) {
    List<String> values = new ArrayList<>();
    array.forEach(value -> values.add(value.asText()));
    return values;
  }

  private Failure malformed(String why, @Nullable Throwable cause) {
    return new Failure(
        ExitCode.FAILED,
        "manifest-malformed",
        file + " can't be understood: " + Sanitizer.visible(why) + ".",
        "Restore it, or choose another folder.",
        cause);
  }
}
