package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Compares a staged module with what is on disk. */
final class PreviewBuilder {
  private final ModuleStage stage;
  private final Path directory;
  private final boolean originKnown;
  private final Manifest.Contents manifest;
  private final PreviewTally tally = new PreviewTally();

  PreviewBuilder(ModuleStage stage) {
    this.stage = stage;
    this.directory = stage.directory();
    Path file = directory.resolve(Layout.MANIFEST);
    this.originKnown = Layout.isThere(file);
    this.manifest = originKnown ? Manifest.read(file) : new Manifest.Contents();
  }

  ModulePreview build() throws IOException {
    stage.files().forEach(this::staged);
    for (String name : Layout.SCAFFOLD) {
      if (Layout.isThere(stage.fresh().resolve(name))) {
        tally.add(name, FileChange.Kind.NEW, false);
      }
    }
    staged(Layout.MANIFEST, Sha256.of(stage.fresh().resolve(Layout.MANIFEST)));
    oldScripts().forEach(new Gone());
    return new DiskModulePreview(stage, !stage.isNew() && !originKnown, tally);
  }

  /** The old scripts, as far as known from the old manifest. */
  OldScripts oldScripts() {
    return new OldScripts(directory, stage.fresh(), manifest.files(), originKnown);
  }

  private void staged(String path, String sha256) throws IOException {
    Path there = directory.resolve(path);
    if (!Layout.isThere(there) || Files.isDirectory(there, LinkOption.NOFOLLOW_LINKS)) {
      // What lies in a folder is told file by file.
      tally.add(path, FileChange.Kind.NEW, false);
    } else if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)) {
      tally.add(path, FileChange.Kind.CHANGED, originKnown);
    } else {
      String present = Sha256.of(there);
      if (present.equals(sha256)) {
        tally.same();
      } else {
        tally.add(path, FileChange.Kind.CHANGED, editedByHand(path, present));
      }
    }
  }

  private boolean editedByHand(String path, String present) throws IOException {
    if (!originKnown || path.equals(Layout.MANIFEST) || manifest.files().has(path, present)) {
      return false;
    }
    if (path.equals(Layout.PLAN)) {
      return !OldPlan.read(directory.resolve(path))
          .fingerprint()
          .equals(manifest.planWithoutTags());
    }
    // Of the control file nothing is lost: it is only added to.
    return !path.equals(Layout.control(stage.target().name()));
  }

  private final class Gone implements OldScripts.Visitor {
    @Override
    public void kept(Path file, String path) {}

    @Override
    public void gone(Path file, String path, boolean generated) throws IOException {
      boolean edited =
          originKnown
              && (!generated
                  || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                  || !manifest.files().has(path, Sha256.of(file)));
      tally.add(path, FileChange.Kind.REMOVED, edited);
    }
  }
}
