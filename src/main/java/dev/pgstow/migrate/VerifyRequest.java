package dev.pgstow.migrate;

import java.util.Set;

/**
 * What to verify.
 *
 * @param options of these, {@link DeployOption#NOTICES} is heard
 */
public record VerifyRequest(
    ModuleSelection selection, SessionLimits limits, Set<DeployOption> options) {

  /** Copies the set. */
  public VerifyRequest {
    options = Set.copyOf(options);
  }

  /** With the server's limits, and quietly. */
  public static VerifyRequest of(ModuleSelection selection) {
    return new VerifyRequest(selection, SessionLimits.none(), Set.of());
  }
}
