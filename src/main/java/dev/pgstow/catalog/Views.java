package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Views and materialized views. */
final class Views implements KindReader {
  private static final String CHECK = "check_option=";

  /** What a view shows: its ON SELECT rule. */
  private record Definition(Address rule, String query) {}

  private final Relations relations;

  Views(Relations relations) {
    this.relations = relations;
  }

  @Override
  public void read(Reading reading) {
    Map<Long, Definition> definitions = definitions(reading.queries());
    for (Relation view : relations.all()) {
      if ((view.kind == 'v' || view.kind == 'm') && reading.admits(view.identity(), view.row)) {
        Definition definition = definitions.get(view.oid);
        if (definition == null) {
          reading.omit(view.identity(), "It has no definition.");
        } else {
          add(reading, view, definition);
        }
      }
    }
  }

  private static void add(Reading reading, Relation view, Definition definition) {
    if (view.kind == 'm') {
      reading.add(materialized(reading, view, definition));
    } else if (definition.query.contains(view.quoted())) {
      // It can have come to select from itself, by CREATE OR REPLACE.
      List<Node> parts = parts(reading, view, definition, Set.of());
      reading.addUncounted(parts.get(0));
      reading.add(parts.get(1));
    } else {
      reading.add(view(reading, view, definition, Set.of()));
    }
  }

  private static Map<Long, Definition> definitions(Queries queries) {
    Map<Long, Definition> definitions = new HashMap<>();
    queries.each(
        "views",
        """
        SELECT c.oid, r.oid AS rule, pg_get_viewdef(c.oid) AS query
        FROM pg_class c JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
        WHERE c.oid >= 16384 AND c.relkind IN ('v', 'm') AND c.relpersistence <> 't'
        """,
        row -> {
          String query = CycleMarks.readable(row.text("query").strip());
          definitions.put(
              row.oid("oid"),
              new Definition(
                  SystemCatalog.REWRITE.row(row.oid("rule")),
                  query.endsWith(";") ? query.substring(0, query.length() - 1) : query));
        });
    return definitions;
  }

  private static Node view(
      Reading reading, Relation view, Definition definition, Set<Address> apart) {
    Node node =
        node(view, definition, apart)
            .create("CREATE VIEW " + body(view, definition))
            .drop("DROP VIEW " + view.quoted());
    complete(reading, view, apart, node);
    return node.splits(
        Node.Ease.VIEW,
        causes -> {
          if (causes.contains(definition.rule)) {
            return Optional.of(parts(reading, view, definition, apart));
          }
          return defaultsApart(reading, view, definition, apart, causes);
        });
  }

  private static Optional<List<Node>> defaultsApart(
      Reading reading,
      Relation view,
      Definition definition,
      Set<Address> apart,
      Set<Address> causes) {
    Set<Address> wider = new HashSet<>(apart);
    List<Node> parts = new ArrayList<>();
    for (Column column : view.columns) {
      column
          .defaultRow
          .filter(row -> causes.contains(row) && wider.add(row))
          .ifPresent(row -> parts.add(Defaults.node(view, column, row)));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    // The view stands first, as the part the rest of the circle finds.
    parts.add(0, view(reading, view, definition, wider));
    return Optional.of(parts);
  }

  private static Node node(Relation view, Definition definition, Set<Address> apart) {
    Node node = new Node(view.identity()).makes(view.row, definition.rule);
    for (Column column : view.columns) {
      column.defaultRow.filter(row -> !apart.contains(row)).ifPresent(node::makes);
    }
    return node;
  }

  /** The view and before it one with its columns alone. */
  private static List<Node> parts(
      Reading reading, Relation view, Definition definition, Set<Address> apart) {
    ObjectIdentity whole = view.identity();
    String columns =
        view.columns.stream()
            .map(
                c ->
                    "NULL::"
                        + c.type
                        + c.collation.map(name -> " COLLATE " + name).orElse("")
                        + " AS "
                        + c.quoted())
            .collect(Collectors.joining(",\n    "));
    String shellBody = view.quoted() + " AS\nSELECT\n    " + columns;
    Node shell =
        new Node(new ObjectIdentity(whole.kind(), whole.schema(), whole.name(), Shells.mark("")))
            .needs(view.namespace)
            .create("CREATE VIEW " + shellBody)
            .drop("DROP VIEW " + view.quoted());
    for (Column column : view.columns) {
      shell.needs(SystemCatalog.TYPE.row(column.typeOid));
    }
    Node full =
        node(view, definition, apart)
            .after(shell)
            .create("CREATE OR REPLACE VIEW " + body(view, definition))
            .drop("CREATE OR REPLACE VIEW " + shellBody);
    complete(reading, view, apart, full);
    return List.of(shell, full);
  }

  private static String body(Relation view, Definition definition) {
    List<String> options =
        view.options.stream().filter(option -> !option.startsWith(CHECK)).toList();
    String with = Settings.with(options, List.of());
    String check =
        view.options.stream()
            .filter(option -> option.startsWith(CHECK))
            .map(
                option ->
                    option.endsWith("local")
                        ? "\nWITH LOCAL CHECK OPTION"
                        : "\nWITH CASCADED CHECK OPTION")
            .findFirst()
            .orElse("");
    return view.quoted() + (with.isEmpty() ? "" : " " + with) + " AS\n" + definition.query + check;
  }

  private static Node materialized(Reading reading, Relation view, Definition definition) {
    String with = Settings.with(view.options, view.toastOptions);
    Node node =
        node(view, definition, Set.of())
            .create(
                "CREATE MATERIALIZED VIEW "
                    + view.quoted()
                    + view.accessMethod
                        .filter(method -> !method.equals("heap"))
                        .map(method -> "\nUSING " + Names.quote(method))
                        .orElse("")
                    + (with.isEmpty() ? "" : "\n" + with)
                    + view.tablespace.map(space -> "\nTABLESPACE " + Names.quote(space)).orElse("")
                    + " AS\n"
                    + definition.query
                    + "\nWITH NO DATA")
            .drop("DROP MATERIALIZED VIEW " + view.quoted());
    complete(reading, view, Set.of(), node);
    return node;
  }

  private static void complete(Reading reading, Relation view, Set<Address> apart, Node node) {
    Belongings belongings = reading.belongings();
    ColumnStatements columns = new ColumnStatements(view);
    for (Column column : view.columns) {
      if (column.defaultRow.filter(row -> !apart.contains(row)).isPresent()) {
        node.create(columns.setDefault(column, column.expression.orElse("NULL")));
      }
    }
    if (view.kind == 'm') {
      node.create(columns.storage(new Inheritance(view))).create(view.replicaIdentity());
    }
    node.create(belongings.owned(view.row, view.keyword(), view.quoted(), view.owner));
    node.create(belongings.privileges(view.row, "TABLE", view.quoted(), view.owner, view.acl));
    node.create(belongings.rowType(view));
    node.create(columns.belongings(belongings));
  }
}
