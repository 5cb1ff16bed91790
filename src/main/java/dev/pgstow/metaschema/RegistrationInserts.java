package dev.pgstow.metaschema;

import dev.pgstow.failure.Failure;
import dev.pgstow.metaschema.InsertRows.Literal;
import dev.pgstow.metaschema.Statements.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that registration actions insert into metadata tables themselves: the export leaves them
 * to the action, or a deploy would insert them twice. Sees {@code INSERT … (columns) VALUES …} with
 * literals, and {@code INSERT … SELECT} with a literal key, at top level and in DO blocks; texts
 * are compared before renaming.
 */
public final class RegistrationInserts {
  private static final String METASCHEMA = "metaschema_public";
  private static final Set<String> MODIFIERS = Set.of("ONLY", "INTO", "FROM");

  private final Map<String, List<Insert>> rows = new HashMap<>();
  private final Set<String> unread = new TreeSet<>();

  /** A row that an action inserts, as far as its values are literals. */
  private static final class Insert {
    private final Set<String> columns;
    private final Map<String, Literal> literals;
    private final boolean isQuery;
    private boolean isFound;

    Insert(Set<String> columns, Map<String, Literal> literals, boolean isQuery) {
      this.columns = columns;
      this.literals = literals;
      this.isQuery = isQuery;
    }
  }

  /** Takes the deploy SQL of a registration action. */
  public void add(String sql) {
    for (List<Token> statement : Statements.of(sql)) {
      for (int i = 0; i + 1 < statement.size(); i++) {
        if (statement.get(i).is("INSERT") && statement.get(i + 1).is("INTO")) {
          String label = label(statement, i + 2);
          InsertRows.at(statement, i)
              .ifPresentOrElse(insert -> add(label, insert), () -> unread.add(label));
        }
      }
    }
  }

  private void add(String label, InsertRows insert) {
    List<Insert> inserts = rows.computeIfAbsent(label, key -> new ArrayList<>());
    for (Map<String, Literal> literals : insert.rows()) {
      inserts.add(new Insert(insert.columns(), literals, insert.isQuery()));
    }
  }

  /** {@code schema.table} at the index; of something else, what is no table's label. */
  private static String label(List<Token> statement, int index) {
    return index + 2 < statement.size() && statement.get(index + 1).is(".")
        ? statement.get(index).value() + "." + statement.get(index + 2).value()
        : "";
  }

  /**
   * Whether some action inserts into a table in a form this class can't read, such as {@code INSERT
   * … SELECT} of keys it looks up, or, without a key, what none of the rows asked for so far looks
   * like: those rows are exported, and could be inserted twice.
   */
  public boolean mayInsertInto(MetadataTable table) {
    return unread.contains(table.label())
        || of(table).stream()
            .filter(insert -> !hasKey(table, insert.literals))
            .anyMatch(insert -> insert.isQuery || !insert.isFound);
  }

  private List<Insert> of(MetadataTable table) {
    return rows.getOrDefault(table.label(), List.of());
  }

  /**
   * Whether an action inserts this row: its literals for the key's columns are the row's, or, if it
   * gives the key no literals, all the literals it gives are. Each row is to be asked for once.
   *
   * @param row as {@code ExportSnapshot.readRows} gives it
   * @return if so, the columns to put back behind it, as the row is known by its key and has since
   *     been changed, or has what the action does not speak of
   * @throws Failure {@code registration-ambiguous} if more rows match inserts without a key than
   *     these insert: which are theirs can't be told then
   */
  public Optional<Set<String>> inserts(MetadataTable table, @Nullable String[] row) {
    return find(table, row)
        .map(insert -> hasKey(table, insert.literals) ? changed(table, row, insert) : Set.of());
  }

  /**
   * The columns that the literals don't give as the row has them. None if that is only so where the
   * action computes what it gives, such as an id it looks up, or where it names no column and the
   * row has NULL: that is a row nobody has touched.
   */
  private static Set<String> changed(MetadataTable table, @Nullable String[] row, Insert insert) {
    Set<String> changed = new TreeSet<>();
    boolean isSet = false;
    for (int i = 0; i < row.length; i++) {
      MetadataColumn column = table.columns().get(i);
      Literal literal = insert.literals.get(column.name());
      // PostgreSQL updates no GENERATED ALWAYS identity.
      if (!table.key().contains(column.name())
          && !column.alwaysIdentity()
          && (literal == null || !isSame(column, row[i], literal))) {
        changed.add(column.name());
        isSet |= literal != null || (row[i] != null && !insert.columns.contains(column.name()));
      }
    }
    return isSet ? changed : Set.of();
  }

  /**
   * The columns for which the action that inserts this row gives literals, if it says by no key
   * which row that is: the key and the others are made up anew wherever it runs. Each row is to be
   * asked for once.
   *
   * @throws Failure as {@link #inserts}
   */
  public Optional<Set<String>> keylessColumns(MetadataTable table, @Nullable String[] row) {
    return find(table, row)
        .filter(insert -> !hasKey(table, insert.literals))
        .map(insert -> Set.copyOf(insert.literals.keySet()));
  }

  private Optional<Insert> find(MetadataTable table, @Nullable String[] row) {
    boolean matches = false;
    for (Insert insert : of(table)) {
      boolean byKey = hasKey(table, insert.literals);
      if ((byKey || !insert.isQuery) && isSame(table, row, insert.literals, byKey)) {
        if (byKey || !insert.isFound) {
          insert.isFound = true;
          return Optional.of(insert);
        }
        matches = true;
      }
    }
    if (matches) {
      throw Failure.failed(
          "registration-ambiguous",
          "A registration inserts into "
              + table.label()
              + " without saying under which key: several rows look like the one it inserts.",
          "Export the rows instead of the registrations: --exclude-categories meta_registration.");
    }
    return Optional.empty();
  }

  private static boolean hasKey(MetadataTable table, Map<String, Literal> literals) {
    return !table.key().isEmpty() && literals.keySet().containsAll(table.key());
  }

  /**
   * Whether a script writes to {@code metaschema_public}: INSERT, UPDATE, DELETE, MERGE or COPY, at
   * top level or in a DO block. Bodies of functions it creates don't count.
   */
  public static boolean writesMetaschema(String sql) {
    return Statements.of(sql).stream().anyMatch(RegistrationInserts::writes);
  }

  private static boolean writes(List<Token> statement) {
    for (int i = 0; i < statement.size(); i++) {
      switch (statement.get(i).word()) {
        case "INSERT", "UPDATE", "DELETE", "MERGE", "COPY" -> {
          int target = i + 1;
          while (target < statement.size() && MODIFIERS.contains(statement.get(target).word())) {
            target++;
          }
          if (target + 1 < statement.size()
              && statement.get(target).isName()
              && statement.get(target).value().equals(METASCHEMA)
              && statement.get(target + 1).is(".")
              && !isCopyTo(statement, i)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean isCopyTo(List<Token> statement, int copy) {
    return statement.get(copy).is("COPY")
        && statement.subList(copy, statement.size()).stream().anyMatch(token -> token.is("TO"));
  }

  private static boolean isSame(
      MetadataTable table, @Nullable String[] row, Map<String, Literal> literals, boolean byKey) {
    int compared = 0;
    for (int i = 0; i < row.length; i++) {
      MetadataColumn column = table.columns().get(i);
      Literal literal = literals.get(column.name());
      if (literal == null || (byKey && !table.key().contains(column.name()))) {
        continue;
      }
      if (!isSame(column, row[i], literal)) {
        return false;
      }
      compared++;
    }
    return compared > 0;
  }

  private static boolean isSame(MetadataColumn column, @Nullable String value, Literal literal) {
    if (value == null || literal.isNull()) {
      return value == null && literal.isNull();
    }
    return switch (column.type().kind()) {
      case UUID -> value.equalsIgnoreCase(literal.text());
      case BOOLEAN -> literal.text().regionMatches(true, 0, value, 0, 1);
      case JSON -> compact(value).equals(compact(literal.text()));
      case JSONB ->
          compact(value).equals(compact(literal.text())) || JsonbText.isSame(value, literal.text());
      default -> value.equals(literal.text());
    };
  }

  private static String compact(String json) {
    return JsonText.compact(json, "", ValueRenamer.none());
  }
}
