package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.util.Optional;

/**
 * A module that is wanted.
 *
 * @param spec the package
 * @param controlName the name the module must have; empty if any will do
 * @param wantedBy the npm name of the module that depends on it; empty if the user named it
 */
record Request(NpmSpec spec, Optional<String> controlName, Optional<String> wantedBy) {

  /**
   * What the user named: a control name or an npm package, each with {@code @version} or without.
   *
   * @throws Failure {@code module-unknown}
   */
  static Request ofUser(String text) {
    if (text.startsWith("@")) {
      return new Request(
          NpmSpec.parse(text).orElseThrow(() -> unknown(text)), Optional.empty(), Optional.empty());
    }
    int at = text.indexOf('@');
    String control = at < 0 ? text : text.substring(0, at);
    NpmSpec spec =
        PgpmModuleNames.npmSpec(control)
            .flatMap(found -> at < 0 ? Optional.of(found) : versioned(found, text.substring(at)))
            .orElseThrow(() -> unknown(text));
    return new Request(spec, Optional.of(control), Optional.empty());
  }

  private static Optional<NpmSpec> versioned(NpmSpec spec, String atVersion) {
    return NpmSpec.parse(spec.name() + atVersion);
  }

  private static Failure unknown(String text) {
    return Failure.usage(
        "module-unknown",
        "No npm package is known for the module "
            + text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")
            + ".",
        "Name the package instead, as @scope/name or @scope/name@version.");
  }
}
