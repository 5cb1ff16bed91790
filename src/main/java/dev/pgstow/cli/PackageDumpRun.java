package dev.pgstow.cli;

import dev.pgstow.dump.DumpResult;
import dev.pgstow.dump.PackageDump;
import dev.pgstow.dump.PackageDumpRequest;
import dev.pgstow.dump.StagedPackage;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.prompt.Confirmation;
import dev.pgstow.workspace.Preview;

/** {@code pgstow dump --layout package}: stages, asks if edits would be lost, and swaps in. */
final class PackageDumpRun {
  private final Surroundings surroundings;
  private final GlobalOptions global;
  private final Site site;

  PackageDumpRun(Surroundings surroundings, GlobalOptions global, Site site) {
    this.surroundings = surroundings;
    this.global = global;
    this.site = site;
  }

  void run(PackageDumpRequest request) {
    PackageDump engine = new PackageDump(site.databases());
    try (StagedPackage staged = site.run(engine::cancel, it -> engine.stage(request, it))) {
      agree(staged.preview());
      DumpResult result = site.run(engine::cancel, it -> staged.commit());
      new DumpPrinter(surroundings.out(), global.json, global.verbose)
          .print(result, request.database());
    }
  }

  private void agree(Preview preview) {
    if (preview.handEdited() == 0 || global.yes) {
      return;
    }
    String what = ProgressText.count(preview.handEdited(), "file");
    new PreviewPrinter(surroundings.err()).print(preview);
    try (Prompters prompters = new Prompters(surroundings, global)) {
      if (!prompters.canAsk()) {
        throw new Failure(
            ExitCode.DECLINED,
            "hand-edited",
            what + " edited by hand would be lost.",
            "Say --yes to overwrite. Nothing was changed.",
            null);
      }
      if (!prompters
          .prompter()
          .confirm(new Confirmation("overwrite", "--yes", "Overwrite " + what + "?", false))) {
        throw Failure.declined("declined", "Declined. Nothing was changed.");
      }
    }
  }
}
