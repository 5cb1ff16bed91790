package dev.pgstow.catalog;

/** A column's default, apart from its table or view. */
final class Defaults {
  private Defaults() {}

  static Node node(Relation relation, Column column, Address row) {
    ColumnStatements statements = new ColumnStatements(relation);
    return new Node(relation.part(ObjectKind.DEFAULT, column.name))
        .makes(row)
        .needs(relation.row)
        .create(statements.setDefault(column, column.expression.orElse("NULL")))
        .drop(
            "ALTER "
                + relation.keyword()
                + " "
                + relation.quoted()
                + " ALTER COLUMN "
                + column.quoted()
                + " DROP DEFAULT");
  }
}
