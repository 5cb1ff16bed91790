package dev.pgstow.cli;

import dev.pgstow.dump.StagedDump;
import dev.pgstow.dump.StagedPackage;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.wizard.Ask;
import dev.pgstow.workspace.FolderStaging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to ask before a dump is put where something is already, as {@code pgstow dump} does. */
final class DumpAsk {
  private static final int SHOWN = 20;

  private final DetourSite site;

  DumpAsk(DetourSite site) {
    this.site = site;
  }

  Optional<Ask> of(StagedPackage staged) {
    return staged.preview().anyExists()
        ? Optional.of(new Ask.Overwrite(staged.preview()))
        : Optional.empty();
  }

  Optional<Ask> of(StagedDump staged) {
    if (staged.isNew()) {
      return Optional.empty();
    }
    String folder = site.shown(staged.output());
    List<String> edited = staged.edited();
    FolderStaging.Changes changes = staged.changes();
    List<String> lines = new ArrayList<>(List.of(counts(changes)));
    if (!edited.isEmpty()) {
      String files = ProgressText.count(edited.size(), "file");
      lines.add("Edited by hand since the last dump, and lost with a yes:");
      lines.add(some(edited));
      return Optional.of(new Ask.YesNo("Overwrite " + files + " in " + folder + "?", lines, false));
    }
    if (!staged.isReplacement()) {
      lines.add("What is there was not dumped by pgstow, and stays.");
      return Optional.of(
          new Ask.YesNo(folder + " is not empty. Write the dump into it?", lines, false));
    }
    boolean same = changes.added() + changes.changed() + changes.removed() == 0;
    return same
        ? Optional.empty()
        : Optional.of(new Ask.YesNo("Replace the dump in " + folder + "?", lines, true));
  }

  private static String counts(FolderStaging.Changes changes) {
    return ProgressText.count(changes.added())
        + " new   "
        + ProgressText.count(changes.changed())
        + " changed   "
        + ProgressText.count(changes.removed())
        + " removed   "
        + ProgressText.count(changes.same())
        + " the same";
  }

  private static String some(List<String> paths) {
    int more = paths.size() - SHOWN;
    return String.join("\n", paths.subList(0, Math.min(SHOWN, paths.size())))
        + (more > 0 ? "\nand " + more + " more" : "");
  }
}
