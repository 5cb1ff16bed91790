package dev.pgstow.rows;

import dev.pgstow.postgres.Session;
import dev.pgstow.sql.Identifiers;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The types of some columns, with all that they are made of. */
final class TypeCatalog {
  // A vector such as int2vector has elements and is no array: its text has no braces.
  private static final String TYPES =
      "SELECT t.oid, t.typtype, t.typbasetype,"
          + " CASE WHEN t.typinput = 'pg_catalog.array_in'::pg_catalog.regproc THEN t.typelem"
          + " ELSE 0::pg_catalog.oid END,"
          + " t.typdelim, n.nspname, p.proname, t.typrelid"
          + " FROM pg_catalog.pg_type t JOIN pg_catalog.pg_proc p ON p.oid = t.typoutput"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace"
          + " WHERE t.oid::pg_catalog.int8 = ANY (?)";

  private static final String ATTRIBUTES =
      "SELECT t.oid, a.attname, a.atttypid FROM pg_catalog.pg_type t"
          + " JOIN pg_catalog.pg_attribute a ON a.attrelid = t.typrelid"
          + " WHERE t.oid::pg_catalog.int8 = ANY (?) AND t.typtype = 'c'"
          + " AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attrelid, a.attnum";

  private final Session session;
  private final Map<Long, PgType> types = new HashMap<>();

  private TypeCatalog(Session session) {
    this.session = session;
  }

  /** Reads these types and those below them. */
  static TypeCatalog read(Session session, Collection<Long> oids) {
    TypeCatalog catalog = new TypeCatalog(session);
    try {
      catalog.read(new TreeSet<>(oids));
    } catch (SQLException e) {
      throw session.failure(e, "reading the types of columns");
    }
    return catalog;
  }

  private void read(Set<Long> wanted) throws SQLException {
    Set<Long> missing = wanted;
    while (!missing.isEmpty()) {
      Map<Long, List<PgType.Attribute>> attributes = attributes(missing);
      Set<Long> below = new TreeSet<>();
      try (PreparedStatement query = session.connection().prepareStatement(TYPES)) {
        query.setArray(1, array(missing));
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            PgType type = type(rows, attributes);
            types.put(type.oid(), type);
            below.add(type.base());
            below.add(type.element());
            type.attributes().forEach(it -> below.add(it.type()));
          }
        }
      }
      below.remove(0L);
      below.removeAll(types.keySet());
      missing = below;
    }
  }

  private Map<Long, List<PgType.Attribute>> attributes(Set<Long> oids) throws SQLException {
    Map<Long, List<PgType.Attribute>> attributes = new HashMap<>();
    try (PreparedStatement query = session.connection().prepareStatement(ATTRIBUTES)) {
      query.setArray(1, array(oids));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          attributes
              .computeIfAbsent(rows.getLong(1), oid -> new ArrayList<>())
              .add(new PgType.Attribute(rows.getString(2), rows.getLong(3)));
        }
      }
    }
    return attributes;
  }

  private static PgType type(ResultSet row, Map<Long, List<PgType.Attribute>> attributes)
      throws SQLException {
    long oid = row.getLong(1);
    return new PgType(
        oid,
        row.getString(2).charAt(0),
        row.getLong(3),
        row.getLong(4),
        row.getString(5).charAt(0),
        Identifiers.quoteAlways(row.getString(6)) + '.' + Identifiers.quoteAlways(row.getString(7)),
        attributes.getOrDefault(oid, List.of()));
  }

  private Array array(Set<Long> oids) throws SQLException {
    return session.connection().createArrayOf("int8", oids.toArray());
  }

  /** The type, or what its domain stands on. */
  PgType base(long oid) {
    PgType type = Objects.requireNonNull(types.get(oid));
    return type.kind() == 'd' ? base(type.base()) : type;
  }
}
