package dev.pgstow.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enums, composite types and shell types; hands the others to their emitters. */
final class Types implements KindReader {
  private static final String QUERY =
      """
      SELECT t.oid, n.nspname, t.typnamespace, t.typname, pg_get_userbyid(t.typowner) AS owner,
        t.typacl::text[] AS acl, acldefault('T', t.typowner)::text[] AS acldefault,
        t.typtype, t.typisdefined, t.typrelid,
        t.typlen, t.typbyval, t.typcategory, t.typispreferred, t.typdelim, t.typalign,
        t.typstorage, t.typnotnull, t.typcollation <> 0 AS collatable,
        t.typinput::text, t.typoutput::text, t.typreceive::text, t.typsend::text,
        t.typmodin::text, t.typmodout::text, t.typanalyze::text, t.typsubscript::text,
        CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END AS element,
        pg_get_expr(t.typdefaultbin, 'pg_type'::regclass) AS defaultexpression, t.typdefault,
        CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base,
        t.typbasetype, t.typtype = 'd' AND b.typdefault IS NOT NULL AS basedefault, l.collname, ln.nspname AS collnamespace
      FROM pg_type t
        JOIN pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_class c ON c.oid = t.typrelid
        LEFT JOIN pg_type b ON b.oid = t.typbasetype
        LEFT JOIN pg_collation l ON l.oid = t.typcollation AND t.typtype = 'd'
          AND t.typcollation <> b.typcollation
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        LEFT JOIN pg_type el ON el.oid = t.typelem
      WHERE t.oid >= 16384 AND n.nspname !~ '^pg_(toast_)?temp_'
        AND t.typtype IN ('b', 'c', 'd', 'e', 'p', 'r')
        AND (t.typrelid = 0 OR c.relkind = 'c')
        AND (el.oid IS NULL OR el.typarray <> t.oid)
      ORDER BY n.nspname, t.typname
      """;

  private final Relations relations;

  Types(Relations relations) {
    this.relations = relations;
  }

  @Override
  public void read(Reading reading) {
    Map<Long, String> labels = labels(reading.queries());
    Map<String, Address> sequences =
        relations.all().stream()
            .filter(relation -> relation.kind == 'S')
            .collect(Collectors.toMap(Relation::quoted, relation -> relation.row));
    Domains domains = new Domains(reading.queries());
    RangeTypes ranges = new RangeTypes(reading.queries());
    reading
        .queries()
        .each(
            "types",
            QUERY,
            row -> {
              boolean domain = row.letter("typtype") == 'd';
              ObjectIdentity identity =
                  new ObjectIdentity(
                      domain ? ObjectKind.DOMAIN : ObjectKind.TYPE,
                      Optional.of(row.text("nspname")),
                      row.text("typname"),
                      "");
              Address address = SystemCatalog.TYPE.row(row.oid("oid"));
              if (reading.admits(identity, address)) {
                String quoted = Names.qualified(row.text("nspname"), row.text("typname"));
                Optional<Address> namesake = Optional.ofNullable(sequences.get(quoted));
                TypeRow type = new TypeRow(identity, address, row, namesake);
                Node node =
                    switch (row.letter("typtype")) {
                      case 'd' -> domains.node(reading, type, row);
                      case 'r' -> ranges.node(reading, type);
                      case 'e' -> enumeration(reading, type, labels);
                      case 'c' -> composite(reading, type, row);
                      default ->
                          row.flag("typisdefined")
                              ? BaseTypes.node(reading, type, row)
                              : shell(reading, type);
                    };
                namesake.ifPresent(node::needs);
                reading.add(node);
              }
              // Whether admitted or not: constraints of domains are counted too.
              if (domain) {
                domains.count(reading, identity, address);
              }
            });
  }

  private static Map<Long, String> labels(Queries queries) {
    Map<Long, String> labels = new HashMap<>();
    queries.each(
        "enums",
        """
        SELECT enumtypid, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
        FROM pg_enum WHERE enumtypid >= 16384 GROUP BY enumtypid
        """,
        row ->
            labels.put(
                row.oid("enumtypid"),
                row.list("labels").stream()
                    .map(Names::literal)
                    .collect(Collectors.joining(",\n    ", "\n    ", "\n"))));
    return labels;
  }

  private static Node enumeration(Reading reading, TypeRow type, Map<Long, String> labels) {
    return type.node()
        .create(
            "CREATE TYPE "
                + type.quoted()
                + " AS ENUM ("
                + labels.getOrDefault(type.address().oid(), "")
                + ")")
        .create(type.belongings(reading));
  }

  private Node composite(Reading reading, TypeRow type, Row row) {
    Node node = type.node();
    Optional<Relation> relation = relations.get(row.oid("typrelid"));
    List<Column> columns = relation.map(r -> r.columns).orElse(List.of());
    String attributes =
        columns.stream()
            .map(
                c ->
                    c.quoted()
                        + " "
                        + c.type
                        + c.collation.map(name -> " COLLATE " + name).orElse(""))
            .collect(Collectors.joining(",\n    "));
    node.create(
        "CREATE TYPE "
            + type.quoted()
            + " AS ("
            + (attributes.isEmpty() ? "" : "\n    " + attributes + "\n")
            + ")");
    node.create(type.belongings(reading));
    relation.ifPresent(
        r -> node.makes(r.row).create(new ColumnStatements(r).belongings(reading.belongings())));
    return node;
  }

  private static Node shell(Reading reading, TypeRow type) {
    return type.node().create("CREATE TYPE " + type.quoted()).create(type.belongings(reading));
  }
}
