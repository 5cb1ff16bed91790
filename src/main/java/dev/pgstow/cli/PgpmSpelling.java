package dev.pgstow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** pgpm's own spellings of flags, taken but not shown. */
final class PgpmSpelling {
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("--databases", "--database"),
          Map.entry("--database_ids", "--database-id"),
          Map.entry("--databaseIds", "--database-id"),
          Map.entry("--extensionName", "--extension-name"),
          Map.entry("--metaExtensionName", "--meta-extension-name"),
          Map.entry("--schema_names", "--schemas"),
          Map.entry("--schemaNames", "--schemas"),
          Map.entry("--repoName", "--repo-name"),
          Map.entry("--outDir", "--outdir"),
          Map.entry("--serviceOutdir", "--service-outdir"),
          Map.entry("--serviceOutDir", "--service-outdir"),
          Map.entry("--skipSchemaRenaming", "--skip-schema-renaming"),
          Map.entry("--excludeCategories", "--exclude-categories"),
          Map.entry("--createDb", "--createdb"),
          Map.entry("--logOnly", "--log-only"),
          Map.entry("--fullCycle", "--full-cycle"),
          Map.entry("--continueOnFail", "--continue-on-fail"),
          Map.entry("--changeName", "--change-name"));

  private static final Set<String> LIFECYCLE =
      Set.of("deploy", "verify", "revert", "test-packages");

  /** What pgpm is told to do and pgstow always does, or does as quickly without. */
  private static final Set<String> ALWAYS =
      Set.of(
          "--tx",
          "--tx=true",
          "--no-tx=false",
          "--recursive",
          "--recursive=true",
          "--usePlan",
          "--use-plan",
          "--cache",
          "--fast");

  private static final Set<String> NO_TRANSACTION = Set.of("--tx=false", "--no-tx=true");

  private PgpmSpelling() {}

  /** The arguments in our spelling. */
  static String[] translate(String[] arguments) {
    List<String> translated = new ArrayList<>(arguments.length);
    boolean lifecycle = arguments.length > 0 && LIFECYCLE.contains(arguments[0]);
    boolean flags = true;
    for (String argument : arguments) {
      flags &= !argument.equals("--");
      if (flags && lifecycle && ALWAYS.contains(argument)) {
        continue;
      }
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String ours = flags ? FLAGS.getOrDefault(name, name) : name;
      if (flags && lifecycle && NO_TRANSACTION.contains(argument)) {
        translated.add("--no-tx");
      } else {
        translated.add(equals < 0 ? ours : ours + argument.substring(equals));
      }
    }
    return translated.toArray(String[]::new);
  }
}
