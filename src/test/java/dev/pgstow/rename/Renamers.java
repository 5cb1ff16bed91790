package dev.pgstow.rename;

import dev.pgstow.rename.SchemaRenamer.Schema;
import java.util.ArrayList;
import java.util.List;

/** Renamers for tests: the n-th schema is called {@code n<n>} and becomes {@code p_n_<n>}. */
final class Renamers {
  private Renamers() {}

  static SchemaRenamer of(String... schemaNames) {
    List<Schema> schemas = new ArrayList<>();
    for (String name : schemaNames) {
      schemas.add(new Schema("n" + (schemas.size() + 1), name));
    }
    return SchemaRenamer.of("p", schemas, List.of());
  }

  /** The ordinary words app and billing, as {@code p_app} and {@code p_billing}. */
  static SchemaRenamer ordinary() {
    return SchemaRenamer.of(
        "p",
        List.of(new Schema("app", "app"), new Schema("billing", "billing")),
        List.of("public", "audit"));
  }

  /** Internal names, one of them the beginning of others: chosen, left out, unknown. */
  static SchemaRenamer internal() {
    return SchemaRenamer.of(
        "crm",
        List.of(
            new Schema("app-public", "x-17-app-public"),
            new Schema("app-public-v2", "x-17-app-public-v2")),
        List.of("x-17-app-public-old"));
  }
}
