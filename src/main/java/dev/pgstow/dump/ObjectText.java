package dev.pgstow.dump;

import dev.pgstow.catalog.CatalogObject;
import dev.pgstow.catalog.ObjectIdentity;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.sql.Identifiers;

/** An object as SQL text, the same in every layout. */
final class ObjectText {
  private ObjectText() {}

  /** A line that names the object, and the statements that make it. */
  static String of(CatalogObject object) {
    StringBuilder text = new StringBuilder(256);
    text.append("-- ").append(title(object.identity())).append('\n');
    for (String statement : object.create()) {
      text.append('\n').append(PsqlText.of(statement)).append(";\n");
    }
    return text.toString();
  }

  /**
   * The object on one line, whatever is in its name: {@code function app.area(integer)}, {@code
   * policy owner on app.users}.
   */
  static String title(ObjectIdentity identity) {
    String schema = identity.schema().map(it -> Identifiers.quote(it) + '.').orElse("");
    String name = Identifiers.quote(identity.name());
    String qualifier = identity.qualifier();
    String subject =
        switch (identity.kind()) {
          case DEFAULT, CONSTRAINT, INDEX, RULE, TRIGGER, POLICY ->
              qualifier.isEmpty() ? schema + name : name + " on " + owner(identity, schema);
          case FUNCTION, PROCEDURE, AGGREGATE -> schema + name + '(' + qualifier + ')';
          case OPERATOR, CAST, TRANSFORM ->
              schema + identity.name() + (qualifier.isEmpty() ? "" : " (" + qualifier + ')');
          default -> schema + name + (qualifier.isEmpty() ? "" : " (" + qualifier + ')');
        };
    return Sanitizer.visible(identity.kind().label() + ' ' + subject);
  }

  private static String owner(ObjectIdentity part, String schema) {
    return part.domain()
        .map(domain -> "domain " + schema + Identifiers.quote(domain))
        .orElseGet(() -> schema + Identifiers.quote(part.table()));
  }
}
