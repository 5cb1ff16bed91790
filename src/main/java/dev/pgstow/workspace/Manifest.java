package dev.pgstow.workspace;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code .pgstow.json} of a module: what it was made from and the hash of every generated file,
 * by which edits by hand are known. Written and read as a stream.
 */
final class Manifest {
  private static final int VERSION = 1;
  private static final String FILES = "files";
  private static final String SOURCE = "source";
  private static final String ANSWERS = "answers";
  private static final String PLAN_WITHOUT_TAGS = "planWithoutTags";

  private Manifest() {}

  /** What a manifest holds, as far as it is needed; the plan's hash comes under its own name. */
  static final class Contents {
    private final KnownFiles files = new KnownFiles();
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private String planWithoutTags = "";
    private String source = "";

    /** The generated files. */
    KnownFiles files() {
      return files;
    }

    /** What the module was exported from; empty if it does not say. */
    String source() {
      return source;
    }

    /** The answers that made it, a list each. */
    Map<String, List<String>> answers() {
      return answers;
    }

    /** Hash of the plan's {@link PlanFingerprint}; empty if there is none. */
    String planWithoutTags() {
      return planWithoutTags;
    }
  }

  static void write(OutputStream out, ModuleSpec spec, String planWithoutTags, FileList files)
      throws IOException {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try (JsonGenerator json =
        mapper.getFactory().createGenerator(out, JsonEncoding.UTF8).setPrettyPrinter(printer)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField(SOURCE, spec.source());
      json.writeFieldName(ANSWERS);
      mapper.writeValue(json, spec.answers());
      json.writeStringField(PLAN_WITHOUT_TAGS, planWithoutTags);
      json.writeObjectFieldStart(FILES);
      files.forEach(json::writeStringField);
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws Failure {@code manifest-malformed}
   */
  static Contents read(Path file) {
    Contents contents = new Contents();
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed(file, "it holds no object", null);
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals(FILES) && value == JsonToken.START_OBJECT) {
          readFiles(json, contents.files, file);
        } else if (field.equals(PLAN_WITHOUT_TAGS) && value == JsonToken.VALUE_STRING) {
          contents.planWithoutTags = json.getText();
        } else if (field.equals(SOURCE) && value == JsonToken.VALUE_STRING) {
          contents.source = json.getText();
        } else if (field.equals(ANSWERS) && value == JsonToken.START_OBJECT) {
          readAnswers(json, contents.answers);
        } else {
          json.skipChildren();
        }
      }
      return contents;
    } catch (JsonProcessingException e) {
      throw malformed(file, JsonProblem.of(e), e);
    } catch (IOException e) {
      throw DiskFailure.of(e, "read", file);
    }
  }

  private static void readAnswers(JsonParser json, Map<String, List<String>> into)
      throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      List<String> values = into.computeIfAbsent(json.currentName(), flag -> new ArrayList<>());
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_ARRAY) {
        for (value = json.nextToken(); value != JsonToken.END_ARRAY; value = json.nextToken()) {
          readAnswer(json, value, values);
        }
      } else {
        readAnswer(json, value, values);
      }
    }
  }

  /** A text, number or truth value; what else there may be is no answer of ours. */
  private static void readAnswer(JsonParser json, @Nullable JsonToken value, List<String> into)
      throws IOException {
    if (value == null) {
      throw new JsonEOFException(json, null, "it ends too early");
    }
    if (value.isScalarValue()) {
      into.add(json.getText());
    } else {
      json.skipChildren();
    }
  }

  private static void readFiles(JsonParser json, KnownFiles into, Path file) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String path = json.currentName();
      String hash = json.nextToken() == JsonToken.VALUE_STRING ? json.getText() : "";
      if (hash.length() != 64 || !hash.chars().allMatch(HexFormat::isHexDigit)) {
        throw malformed(file, "a file has no sha256", null);
      }
      into.add(path, hash);
    }
  }

  private static Failure malformed(Path file, String why, @Nullable Throwable cause) {
    return new Failure(
        ExitCode.FAILED,
        "manifest-malformed",
        file + " can't be understood: " + Printable.of(why) + ".",
        "Restore it, or delete it: then edits by hand are no longer recognised.",
        cause);
  }
}
