package dev.pgstow.catalog;

/** A column's default, apart from its table or view. */
final class Defaults {
  private Defaults() {}

  static Node node(Relation relation, Column column, Address row) {
    ColumnStatements statements = new ColumnStatements(relation);
    Node node =
        new Node(relation.part(ObjectKind.DEFAULT, column.name)).makes(row).needs(relation.row);
    if (column.isGenerated()) {
      return node.create(expression(relation, column, column.expression.orElse("NULL")))
          .drop(expression(relation, column, "NULL"));
    }
    return node.create(statements.setDefault(column, column.expression.orElse("NULL")))
        .drop(
            "ALTER "
                + relation.keyword()
                + " "
                + relation.quoted()
                + " ALTER COLUMN "
                + column.quoted()
                + " DROP DEFAULT");
  }

  /** Goes to all who inherit the column. */
  private static String expression(Relation relation, Column column, String expression) {
    return ("ALTER TABLE " + relation.quoted() + " ALTER COLUMN " + column.quoted())
        + (" SET EXPRESSION AS (" + expression + ")");
  }
}
