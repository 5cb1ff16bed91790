package dev.pgstow.export;

/** The name of the failure that asks for a yes before secrets are written to files. */
public final class SecretsConsent {
  /** Its ident. */
  public static final String IDENT = "secrets-need-consent";

  private SecretsConsent() {}
}
