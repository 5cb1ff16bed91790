package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes when an extension goes though it is no member: {@code ALTER … DEPENDS ON EXTENSION} of
 * functions, procedures, triggers, indexes and materialized views.
 */
final class ExtensionDependents {
  private final Map<Address, List<String>> extensions = new HashMap<>();

  ExtensionDependents(Queries queries) {
    queries.each(
        "dependents of extensions",
        """
        SELECT d.classid, d.objid, e.extname
        FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
        WHERE d.refclassid = 3079 AND d.deptype = 'x'
        ORDER BY e.extname
        """,
        row ->
            SystemCatalog.of(row.oid("classid"))
                .ifPresent(
                    catalog ->
                        extensions
                            .computeIfAbsent(
                                catalog.row(row.oid("objid")), one -> new ArrayList<>())
                            .add(row.text("extname"))));
  }

  /** Statements for an object, such as {@code INDEX} and {@code app.users_email}. */
  List<String> of(Address row, String type, String name) {
    return extensions.getOrDefault(row, List.of()).stream()
        .map(e -> "ALTER " + type + " " + name + " DEPENDS ON EXTENSION " + Names.quote(e))
        .toList();
  }
}
