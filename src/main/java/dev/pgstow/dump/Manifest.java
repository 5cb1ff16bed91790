package dev.pgstow.dump;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.ObjectIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code manifest.json} of a dump: its objects in the order in which they load, and the sha256
 * of each one's text and of every generated file. It tells nothing of where or when the dump was
 * made, so that the same catalog gives the same bytes.
 *
 * @param layout the {@link Layout#label()}
 * @param objects in the order in which they load
 * @param others the generated files that hold no single object, with their sha256
 */
public record Manifest(
    String layout, Reading reading, List<Entry> objects, Map<String, String> others) {
  /** The file's name. */
  public static final String NAME = "manifest.json";

  static final int VERSION = 1;

  /**
   * How the catalog was read.
   *
   * @param server the server's major version, since its words differ between versions
   */
  public record Reading(int server, CatalogOptions options) {}

  /**
   * An object.
   *
   * @param file where its text is, relative, with slashes
   * @param sha256 of its text; in the per-kind layout the file's
   */
  public record Entry(ObjectIdentity identity, String file, String sha256) {}

  public Manifest {
    objects = List.copyOf(objects);
    others = Map.copyOf(others);
  }

  /** The generated files, but for the manifest itself, with their sha256. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    objects.forEach(object -> files.put(object.file(), object.sha256()));
    files.putAll(others);
    return files;
  }

  byte[] toJson() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(objects.size() * 200 + 200);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    // Without a mapper, which would take longer to load than this to write.
    try (JsonGenerator json =
        new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8).setPrettyPrinter(printer)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("layout", layout);
      json.writeNumberField("server", reading.server());
      options(json, reading.options());
      json.writeArrayFieldStart("objects");
      for (Entry object : objects) {
        entry(json, object);
      }
      json.writeEndArray();
      json.writeObjectFieldStart("files");
      for (String file : others.keySet().stream().sorted().toList()) {
        json.writeStringField(file, others.get(file));
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void options(JsonGenerator json, CatalogOptions options) throws IOException {
    json.writeObjectFieldStart("options");
    strings(json, "schemas", options.schemas());
    strings(json, "excludedSchemas", options.excludedSchemas());
    json.writeBooleanField("owners", options.owners());
    json.writeBooleanField("privileges", options.privileges());
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String field, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void entry(JsonGenerator json, Entry object) throws IOException {
    ObjectIdentity identity = object.identity();
    json.writeStartObject();
    json.writeStringField("kind", identity.kind().label());
    if (identity.schema().isPresent()) {
      json.writeStringField("schema", identity.schema().get());
    }
    json.writeStringField("name", identity.name());
    if (!identity.qualifier().isEmpty()) {
      json.writeStringField("qualifier", identity.qualifier());
    }
    json.writeStringField("file", object.file());
    json.writeStringField("sha256", object.sha256());
    json.writeEndObject();
  }
}
