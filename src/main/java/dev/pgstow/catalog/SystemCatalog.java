package dev.pgstow.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The system catalogs objects are rows of, with their fixed OIDs (src/include/catalog). */
enum SystemCatalog {
  DEFAULT_ACL(826),
  TYPE(1247),
  PROC(1255),
  CLASS(1259),
  DATABASE(1262),
  FOREIGN_SERVER(1417),
  USER_MAPPING(1418),
  FOREIGN_DATA_WRAPPER(2328),
  AM(2601),
  AMOP(2602),
  AMPROC(2603),
  ATTRDEF(2604),
  CAST(2605),
  CONSTRAINT(2606),
  CONVERSION(2607),
  LANGUAGE(2612),
  LARGEOBJECT(2613),
  NAMESPACE(2615),
  OPCLASS(2616),
  OPERATOR(2617),
  REWRITE(2618),
  TRIGGER(2620),
  OPFAMILY(2753),
  EXTENSION(3079),
  POLICY(3256),
  STATISTIC_EXT(3381),
  COLLATION(3456),
  EVENT_TRIGGER(3466),
  TRANSFORM(3576),
  TS_DICT(3600),
  TS_PARSER(3601),
  TS_CONFIG(3602),
  TS_TEMPLATE(3764),
  SUBSCRIPTION(6100),
  PUBLICATION(6104),
  PUBLICATION_REL(6106),
  PUBLICATION_NAMESPACE(6237);

  private static final Map<Long, SystemCatalog> BY_OID =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(c -> c.oid, Function.identity()));

  private final long oid;

  SystemCatalog(long oid) {
    this.oid = oid;
  }

  /** The catalog with this OID; empty for one that holds nothing a dump carries. */
  static Optional<SystemCatalog> of(long oid) {
    return Optional.ofNullable(BY_OID.get(oid));
  }

  long oid() {
    return oid;
  }

  /** The row of this catalog with that OID. */
  Address row(long oid) {
    return new Address(this, oid);
  }
}
