package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a catalog in a layout. */
final class LayoutWriter {
  static final String LOAD = "load.sql";
  static final String SCHEMA = "schema.sql";

  /**
   * For every script: what a session must be like for the objects to come out as they were read.
   * The same as pg_dump's.
   */
  static final String PROLOGUE =
      """
      SET statement_timeout = 0;
      SET lock_timeout = 0;
      SET idle_in_transaction_session_timeout = 0;
      SET client_encoding = 'UTF8';
      SET standard_conforming_strings = on;
      SET search_path = '';
      SET check_function_bodies = false;
      SET xmloption = content;
      SET client_min_messages = warning;
      SET row_security = off;
      SET default_tablespace = '';
      SET default_table_access_method = heap;
      """;

  /** Takes files. */
  interface Files {
    /** Writes a file; gives its sha256. */
    String write(String path, byte[] content);
  }

  private final Files files;

  LayoutWriter(Files files) {
    this.files = files;
  }

  /** Writes the scripts and, last, their manifest. */
  void write(Layout layout, Catalog catalog, Manifest.Reading reading) {
    List<Manifest.Entry> entries = new ArrayList<>(catalog.objects().size());
    Map<String, String> others = new LinkedHashMap<>();
    if (layout instanceof Layout.Flat) {
      others.put(SCHEMA, write(SCHEMA, flat(catalog, entries)));
    } else {
      others.put(LOAD, write(LOAD, perKind(catalog, entries)));
    }
    files.write(Manifest.NAME, new Manifest(layout.label(), reading, entries, others).toJson());
  }

  private String flat(Catalog catalog, List<Manifest.Entry> entries) {
    StringBuilder script =
        new StringBuilder("-- Load with: psql -v ON_ERROR_STOP=1 -1 -f " + SCHEMA + "\n\n")
            .append(PROLOGUE);
    for (CatalogObject object : catalog.objects()) {
      String text = ObjectText.of(object);
      script.append("\n").append(text);
      entries.add(new Manifest.Entry(object.identity(), SCHEMA, Sha256.of(utf8(text))));
    }
    return script.toString();
  }

  private String perKind(Catalog catalog, List<Manifest.Entry> entries) {
    StringBuilder script =
        new StringBuilder("-- Load with: psql -v ON_ERROR_STOP=1 -1 -f " + LOAD + "\n\n")
            .append(PROLOGUE)
            .append('\n');
    for (CatalogObject object : catalog.objects()) {
      String path = FileNames.path(object.identity());
      String sha256 = write(path, ObjectText.of(object));
      entries.add(new Manifest.Entry(object.identity(), path, sha256));
      script.append("\\ir '").append(path).append("'\n");
    }
    return script.toString();
  }

  private String write(String path, String text) {
    return files.write(path, utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
