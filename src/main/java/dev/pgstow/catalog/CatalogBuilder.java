package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads kind after kind from one snapshot and puts the objects in order. */
final class CatalogBuilder {
  private final Queries queries;
  private final CatalogOptions options;

  CatalogBuilder(Queries queries, CatalogOptions options) {
    this.queries = queries;
    this.options = options;
  }

  Catalog build(List<String> lockNotes) {
    Members members = new Members();
    Dependencies dependencies = new Dependencies(queries, members);
    InitialPrivileges initial = new InitialPrivileges(queries);
    Comments comments = new Comments(queries);
    Belongings belongings =
        new Belongings(
            options,
            comments,
            initial.rows(),
            new Grants(queries.major()),
            new Lockouts(queries),
            new ExtensionDependents(queries));
    Reading reading =
        new Reading(queries, new Scope(options), members, new Temporary(queries), belongings);
    kinds().forEach(kind -> kind.read(reading));
    reading.tally().check(CatalogCounts.of(queries));
    Leftovers.read(reading);
    DependencyOrder order = new DependencyOrder(dependencies.all());
    List<CatalogObject> objects = order.sort(reading.nodes());
    List<String> notes = new ArrayList<>(lockNotes);
    notes.addAll(reading.notes().stream().sorted().toList());
    notes.addAll(order.notes());
    return new Catalog(
        objects, reading.tally().seen(), reading.tally().written(), omissions(reading), notes);
  }

  private static List<Catalog.Omission> omissions(Reading reading) {
    return reading.omissions().stream()
        .sorted(Comparator.comparing(omission -> Describe.of(omission.identity())))
        .toList();
  }

  private List<KindReader> kinds() {
    Relations relations = new Relations(queries);
    ForeignTables foreign = new ForeignTables(queries);
    Sequences sequences = new Sequences(queries, relations);
    Indexes indexes = new Indexes(queries, relations);
    OperatorMembers members = new OperatorMembers(queries);
    Extensions extensions = new Extensions();
    return List.of(
        new Schemas(),
        extensions,
        new Languages(),
        new AccessMethods(),
        new Types(relations),
        new Collations(),
        new Conversions(),
        new Casts(),
        new Transforms(),
        new Routines(),
        new Aggregates(),
        new Operators(),
        new OperatorFamilies(members),
        new OperatorClasses(members),
        new TextSearchParsers(),
        new TextSearchTemplates(),
        new TextSearchDictionaries(),
        new TextSearchConfigurations(),
        new ForeignDataWrappers(),
        new ForeignServers(),
        new UserMappings(),
        sequences,
        new Tables(relations, foreign, sequences),
        new Constraints(relations, indexes),
        indexes,
        new Views(relations),
        new Statistics(),
        new Rules(relations),
        new Triggers(relations),
        new Policies(relations),
        new Publications(),
        new Subscriptions(),
        new DefaultPrivileges(),
        new EventTriggers(),
        new MemberChanges(extensions.nodes()));
  }
}
