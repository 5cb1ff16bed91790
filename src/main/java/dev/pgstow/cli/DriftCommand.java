package dev.pgstow.cli;

import dev.pgstow.drift.DriftEngine;
import dev.pgstow.drift.DriftRequest;
import dev.pgstow.drift.DriftResult;
import dev.pgstow.drift.Pull;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.postgres.ConnectionSettings;
import dev.pgstow.postgres.Databases;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pgstow drift}. */
@Command(
    name = "drift",
    description = {
      "Compares a live database with its source: what is undeclared, missing, or changed.",
      "The source is loaded into a scratch database and read back, so it does not matter how it is",
      "written. Changes nothing.",
    },
    footer = {
      "",
      "Examples:",
      "  pgstow drift -d inventory",
      "      with ./schema, as pgstow dump made it and people went on",
      "  pgstow drift -d inventory --module inventory --strict",
      "      with a module of the workspace; exit 4 if something live is not declared",
      "  pgstow drift -d inventory --strict --both --json",
      "      for CI: exit 4 on any difference",
      "  pgstow drift -d inventory --baseline-hash --strict",
      "      fast: with the hashes in ./schema/manifest.json, without a scratch database",
      "  pgstow drift -d inventory --browse",
      "      object by object on full screens, and pull from there",
      "",
      "Exit codes: 0 compared, 1 failed, 2 usage, 4 drift with --strict, 130 interrupted.",
    })
final class DriftCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Clock clock;

  @Mixin private final GlobalOptions global = new GlobalOptions();
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final SourceOptions sources = new SourceOptions();
  @Mixin private final ScratchOptions scratch = new ScratchOptions();

  @Option(names = "--strict", description = "Exit 4 if something live is not declared.")
  private boolean strict;

  @Option(
      names = "--both",
      description = "With --strict: exit 4 also if something is missing or changed.")
  private boolean both;

  @Option(
      names = "--baseline-hash",
      description = "Compare with the hashes of the dump's manifest only; no scratch database.")
  private boolean baselineHash;

  @Option(
      names = "--browse",
      description = "Look through the differences on full screens, and pull from there.")
  private boolean browse;

  DriftCommand(Surroundings surroundings, Clock clock) {
    this.surroundings = surroundings;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    DriftBrowser browser = new DriftBrowser(surroundings, global, new Pull(clock));
    if (browse) {
      browser.check();
    }
    Site site = Site.anywhere(surroundings, global, connection);
    ConnectionSettings settings = site.settings();
    DriftRequest request =
        new DriftRequest(
            site.database(),
            sources.source(site),
            sources.narrow(),
            scratch.place(surroundings, () -> settings));
    DriftEngine engine = new DriftEngine(new Databases(settings));
    DriftResult result =
        site.run(
            engine::cancel,
            listener ->
                baselineHash ? engine.baseline(request, listener) : engine.run(request, listener));
    if (browse && !result.isSame()) {
      browser.show(result, request.database());
    }
    new DriftPrinter(surroundings.out(), global.json).print(result, request.database());
    boolean found = both ? !result.isSame() : !result.isDeclared();
    return strict && found ? ExitCode.DRIFT.code() : 0;
  }
}
