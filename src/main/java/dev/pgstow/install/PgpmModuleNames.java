package dev.pgstow.install;

import java.util.Optional;
import java.util.Set;

/**
 * Which npm package brings a module that a control file's {@code requires} names. The mapping is
 * pgpm's; it knows no way to ask a registry for it.
 */
public final class PgpmModuleNames {
  private static final String SCOPE = "@pgpm/";
  private static final String PREFIX = "pgpm-";
  private static final Set<String> SAME_NAME =
      Set.of("metaschema-schema", "metaschema-modules", "services");

  private PgpmModuleNames() {}

  /**
   * The npm package of a module: {@code pgpm-verify} is {@code @pgpm/verify}, {@code services} is
   * {@code @pgpm/services}. What is already an npm package, {@code @scope/name} or {@code
   * @scope/name@version}, is given back as it is. Empty for every other name: such a requirement is
   * a PostgreSQL extension.
   */
  public static Optional<String> npmName(String controlName) {
    return npmSpec(controlName).map(NpmSpec::toString);
  }

  /** As {@link #npmName}, in parts. */
  static Optional<NpmSpec> npmSpec(String controlName) {
    if (controlName.startsWith("@")) {
      return NpmSpec.parse(controlName);
    }
    if (SAME_NAME.contains(controlName)) {
      return NpmSpec.of(SCOPE + controlName, "");
    }
    return controlName.startsWith(PREFIX)
        ? NpmSpec.of(SCOPE + controlName.substring(PREFIX.length()), "")
        : Optional.empty();
  }
}
