package dev.pgstow.postgres;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The connection parameters of libpq 18 (its {@code PQconninfoOptions}), with the environment
 * variable that gives each and the property of pgjdbc that takes it.
 */
enum Keyword {
  HOST("PGHOST"),
  HOSTADDR("PGHOSTADDR"),
  PORT("PGPORT"),
  USER("PGUSER"),
  PASSWORD("PGPASSWORD"),
  DBNAME("PGDATABASE"),
  SERVICE("PGSERVICE"),
  PASSFILE("PGPASSFILE"),
  SSLMODE("PGSSLMODE"),
  CONNECT_TIMEOUT("PGCONNECT_TIMEOUT"),
  TARGET_SESSION_ATTRS("PGTARGETSESSIONATTRS"),
  APPLICATION_NAME("PGAPPNAME", "ApplicationName"),
  OPTIONS("PGOPTIONS", "options"),
  SSLROOTCERT("PGSSLROOTCERT", "sslrootcert"),
  SSLCERT("PGSSLCERT", "sslcert"),
  SSLKEY("PGSSLKEY", "sslkey"),
  SSLPASSWORD("", "sslpassword"),
  SSLNEGOTIATION("PGSSLNEGOTIATION", "sslNegotiation"),
  CHANNEL_BINDING("PGCHANNELBINDING", "channelBinding"),
  GSSENCMODE("PGGSSENCMODE", "gssEncMode"),
  KRBSRVNAME("PGKRBSRVNAME", "kerberosServerName"),
  REQUIRE_AUTH("PGREQUIREAUTH", "requireAuth"),

  // Harmless to leave out: the driver has its own way, or it only tunes.
  CLIENT_ENCODING("", Support.NOT_NEEDED),
  FALLBACK_APPLICATION_NAME("", Support.NOT_NEEDED),
  GSSLIB("", Support.NOT_NEEDED),
  KEEPALIVES("", Support.NOT_NEEDED),
  KEEPALIVES_COUNT("", Support.NOT_NEEDED),
  KEEPALIVES_IDLE("", Support.NOT_NEEDED),
  KEEPALIVES_INTERVAL("", Support.NOT_NEEDED),
  LOAD_BALANCE_HOSTS("", Support.NOT_NEEDED),
  MAX_PROTOCOL_VERSION("", Support.NOT_NEEDED),
  MIN_PROTOCOL_VERSION("", Support.NOT_NEEDED),
  SSLCOMPRESSION("", Support.NOT_NEEDED),
  SSLSNI("", Support.NOT_NEEDED),
  TCP_USER_TIMEOUT("", Support.NOT_NEEDED),

  // Asks for something the driver can't do; the user hears of it.
  GSSDELEGATION("PGGSSDELEGATION", Support.MISSING),
  REQUIREPEER("PGREQUIREPEER", Support.MISSING),
  SSLCERTMODE("PGSSLCERTMODE", Support.MISSING),
  SSLCRL("PGSSLCRL", Support.MISSING),
  SSLCRLDIR("PGSSLCRLDIR", Support.MISSING),
  SSL_MAX_PROTOCOL_VERSION("PGSSLMAXPROTOCOLVERSION", Support.MISSING),
  SSL_MIN_PROTOCOL_VERSION("PGSSLMINPROTOCOLVERSION", Support.MISSING);

  /** What becomes of a parameter. */
  enum Support {
    HANDLED,
    NOT_NEEDED,
    MISSING
  }

  private final String variable;
  private final String property;
  private final Support support;

  Keyword(String variable) {
    this(variable, "", Support.HANDLED);
  }

  Keyword(String variable, String property) {
    this(variable, property, Support.HANDLED);
  }

  Keyword(String variable, Support support) {
    this(variable, "", support);
  }

  Keyword(String variable, String property, Support support) {
    this.variable = variable;
    this.property = property;
    this.support = support;
  }

  /** As libpq spells it. */
  String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The environment variable; empty if there is none. */
  String variable() {
    return variable;
  }

  /** The property of pgjdbc that takes the value as it is; empty if there is none. */
  String property() {
    return property;
  }

  Support support() {
    return support;
  }

  /** The parameter of that name; names are case-sensitive, as in libpq. */
  static Optional<Keyword> of(String keyword) {
    return Arrays.stream(values()).filter(k -> k.keyword().equals(keyword)).findFirst();
  }
}
