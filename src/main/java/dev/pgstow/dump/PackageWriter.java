package dev.pgstow.dump;

import dev.pgstow.catalog.Catalog;
import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.CatalogOptions;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.workspace.CaseTwins;
import dev.pgstow.workspace.ModuleSpec;
import dev.pgstow.workspace.PlannedChange;
import dev.pgstow.workspace.StagedModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a catalog as the changes of a module. */
final class PackageWriter {
  /** What the procedures of most databases are written in; every new database has it. */
  private static final List<String> REQUIRES = List.of("plpgsql");

  private final StagedModule module;

  PackageWriter(StagedModule module) {
    this.module = module;
  }

  void write(PackageDumpRequest request, Catalog catalog, String source) throws IOException {
    List<CatalogObject> objects = catalog.objects();
    ChangeNames names = new ChangeNames(objects);
    Map<ObjectIdentity, Integer> places = new HashMap<>();
    CaseTwins twins = new CaseTwins();
    List<PlannedChange> plan = new ArrayList<>();
    for (CatalogObject object : objects) {
      ObjectIdentity identity = object.identity();
      places.put(identity, places.size());
      String change = names.of(identity);
      twins.add(change);
      List<String> requires =
          object.requires().stream()
              .filter(places::containsKey)
              .sorted(Comparator.comparing(it -> places.getOrDefault(it, 0)))
              .map(names::of)
              .toList();
      PackageScripts scripts = new PackageScripts(change);
      module.write("deploy/" + change + ".sql", scripts.deploy(object, requires));
      module.write("revert/" + change + ".sql", scripts.revert(object));
      module.write("verify/" + change + ".sql", scripts.verify(object));
      plan.add(new PlannedChange(change, requires, "add " + change));
    }
    module.finish(
        new ModuleSpec(
            request.author(),
            request.module() + " database schema",
            REQUIRES,
            request.module(),
            "",
            source,
            answers(request.options())),
        plan);
  }

  private static Map<String, Object> answers(CatalogOptions options) {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("layout", "package");
    answers.put("schemas", options.schemas());
    answers.put("exclude-schemas", options.excludedSchemas());
    answers.put("owners", options.owners());
    answers.put("privileges", options.privileges());
    return answers;
  }
}
