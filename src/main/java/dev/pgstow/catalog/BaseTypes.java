package dev.pgstow.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** Base types: those with input and output functions of their own. */
final class BaseTypes {
  private BaseTypes() {}

  static Node node(Reading reading, TypeRow type, Row row) {
    String create = "CREATE TYPE " + type.quoted() + " (\n    " + definition(row) + "\n)";
    List<String> belongings = type.belongings(reading);
    return whole(type, create, belongings)
        .splits(
            Node.Ease.TYPE,
            causes -> {
              Node shell = type.shell();
              return Optional.of(List.of(shell, whole(type, create, belongings).after(shell)));
            });
  }

  /** Dropping it takes along the functions that make it a type. */
  private static Node whole(TypeRow type, String create, List<String> belongings) {
    return new Node(type.identity())
        .makes(type.address())
        .create(create)
        .create(belongings)
        .drop("DROP TYPE " + type.quoted() + " CASCADE");
  }

  private static String definition(Row row) {
    StringJoiner options = new StringJoiner(",\n    ");
    int length = row.number("typlen");
    options.add("INTERNALLENGTH = " + (length < 0 ? "variable" : String.valueOf(length)));
    options.add("INPUT = " + row.text("typinput"));
    options.add("OUTPUT = " + row.text("typoutput"));
    function(options, "RECEIVE", row.text("typreceive"));
    function(options, "SEND", row.text("typsend"));
    function(options, "TYPMOD_IN", row.text("typmodin"));
    function(options, "TYPMOD_OUT", row.text("typmodout"));
    function(options, "ANALYZE", row.text("typanalyze"));
    function(options, "SUBSCRIPT", row.text("typsubscript"));
    if (row.flag("collatable")) {
      options.add("COLLATABLE = true");
    }
    row.optional("defaultexpression")
        .or(() -> row.optional("typdefault").map(Names::literal))
        .ifPresent(value -> options.add("DEFAULT = " + value));
    row.optional("element").ifPresent(element -> options.add("ELEMENT = " + element));
    if (row.letter("typcategory") != 'U') {
      options.add("CATEGORY = " + Names.literal(row.text("typcategory")));
    }
    if (row.flag("typispreferred")) {
      options.add("PREFERRED = true");
    }
    if (row.letter("typdelim") != ',') {
      options.add("DELIMITER = " + Names.literal(row.text("typdelim")));
    }
    options.add(
        "ALIGNMENT = "
            + switch (row.letter("typalign")) {
              case 'c' -> "char";
              case 's' -> "int2";
              case 'd' -> "double";
              default -> "int4";
            });
    options.add("STORAGE = " + Column.storage(row.letter("typstorage")).toLowerCase(Locale.ROOT));
    if (row.flag("typbyval")) {
      options.add("PASSEDBYVALUE");
    }
    return options.toString();
  }

  private static void function(StringJoiner options, String option, String name) {
    if (!name.equals("-")) {
      options.add(option + " = " + name);
    }
  }
}
