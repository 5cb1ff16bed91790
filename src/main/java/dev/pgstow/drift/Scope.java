package dev.pgstow.drift;

import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.workspace.ExportOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of two catalogs is compared: what the source was made to carry, and no more than asked. */
final class Scope {
  static final CatalogOptions ALL = new CatalogOptions(List.of(), List.of(), true, true);

  /** Who owns what is told by dumps alone; other sources leave it to whoever runs them. */
  private static final CatalogOptions WRITTEN =
      new CatalogOptions(List.of(), List.of(), false, true);

  /** The ledger tells what is deployed; it is not part of it. */
  private static final String LEDGER = "pgpm_migrate";

  private Scope() {}

  /** Of a folder. */
  static CatalogOptions of(SourceFolder folder, CatalogOptions narrow) {
    return narrowed(folder.manifest().map(it -> it.reading().options()).orElse(WRITTEN), narrow);
  }

  /** Of a module; one that is a dump says what it carries. */
  static CatalogOptions of(Optional<ExportOrigin> origin, CatalogOptions narrow) {
    CatalogOptions own =
        origin
            .filter(it -> it.text("layout").isPresent())
            .map(
                it ->
                    new CatalogOptions(
                        it.list("schemas"),
                        it.list("exclude-schemas"),
                        it.isOn("owners"),
                        it.isOn("privileges")))
            .orElse(WRITTEN);
    List<String> excluded = new ArrayList<>(own.excludedSchemas());
    excluded.add(LEDGER);
    return narrowed(
        new CatalogOptions(own.schemas(), excluded, own.owners(), own.privileges()), narrow);
  }

  static CatalogOptions narrowed(CatalogOptions own, CatalogOptions narrow) {
    List<String> excluded = new ArrayList<>(own.excludedSchemas());
    excluded.addAll(narrow.excludedSchemas());
    return new CatalogOptions(
        narrow.schemas().isEmpty() ? own.schemas() : narrow.schemas(),
        excluded.stream().distinct().toList(),
        own.owners() && narrow.owners(),
        own.privileges() && narrow.privileges());
  }
}
