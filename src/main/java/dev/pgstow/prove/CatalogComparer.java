package dev.pgstow.prove;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogDiff;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.CatalogReader;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.catalog.ObjectKind;
import dev.pgstow.export.ExportedSchemas;
import dev.pgstow.postgres.Session;
import dev.pgstow.progress.ProgressListener;
import dev.pgstow.sql.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Compares the objects in the exported schemas of a source, renamed as the export does it, with
 * those of the deployed modules. Who owns them is whoever deployed, and is not compared.
 */
final class CatalogComparer {
  private final ExportedSchemas schemas;

  CatalogComparer(ExportedSchemas schemas) {
    this.schemas = schemas;
  }

  /** The differences; what is deployed is the live side. */
  CatalogDiff compare(Session source, Session deployed) {
    Catalog there = read(source, schemas.portable().keySet());
    Catalog here = read(deployed, schemas.portable().values());
    List<CatalogObject> found = new ArrayList<>();
    here.objects().forEach(object -> found.add(written(object, UnaryOperator.identity())));
    List<CatalogObject> renamed = new ArrayList<>();
    there.objects().forEach(object -> renamed.add(renamed(object)));
    return CatalogDiff.between(found, renamed);
  }

  private static Catalog read(Session session, Collection<String> names) {
    return new CatalogReader(session)
        .read(
            new CatalogOptions(List.copyOf(names), List.of(), false, true),
            ProgressListener.none());
  }

  private CatalogObject renamed(CatalogObject object) {
    ObjectIdentity old = object.identity();
    boolean schema = old.kind() == ObjectKind.SCHEMA;
    ObjectIdentity identity =
        new ObjectIdentity(
            old.kind(),
            old.schema().map(this::renamed),
            schema ? renamed(old.name()) : old.name(),
            schemas.renamer().sql(old.qualifier()));
    return written(
        new CatalogObject(identity, object.create(), List.of(), object.requires()),
        schemas.renamer()::sql);
  }

  /** Names that had to be quoted in the source keep their quotes; portable ones need none. */
  private CatalogObject written(CatalogObject object, UnaryOperator<String> renamer) {
    List<String> create = new ArrayList<>();
    object.create().forEach(statement -> create.add(plain(renamer.apply(statement))));
    ObjectIdentity identity = object.identity();
    String qualifier = plain(identity.qualifier());
    return new CatalogObject(
        new ObjectIdentity(identity.kind(), identity.schema(), identity.name(), qualifier),
        create,
        List.of(),
        object.requires());
  }

  private String plain(String sql) {
    String text = sql;
    for (String name : schemas.portable().values()) {
      text = Identifiers.isPlain(name) ? text.replace('"' + name + '"', name) : text;
    }
    return text;
  }

  private String renamed(String schema) {
    return schemas.portable().getOrDefault(schema, schema);
  }
}
