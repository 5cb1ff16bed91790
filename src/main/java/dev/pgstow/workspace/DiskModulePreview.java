package dev.pgstow.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A preview of a staged module; diffs are made from the files when asked for. */
final class DiskModulePreview implements ModulePreview {
  private final ModuleStage stage;
  private final boolean originUnknown;
  private final PreviewTally tally;
  private final List<FileChange> files;

  DiskModulePreview(ModuleStage stage, boolean originUnknown, PreviewTally tally) {
    this.stage = stage;
    this.originUnknown = originUnknown;
    this.tally = tally;
    this.files = tally.files();
  }

  @Override
  public ModuleTarget target() {
    return stage.target();
  }

  @Override
  public boolean exists() {
    return !stage.isNew();
  }

  @Override
  public boolean originUnknown() {
    return originUnknown;
  }

  @Override
  public long same() {
    return tally.sameCount();
  }

  @Override
  public long added() {
    return tally.count(FileChange.Kind.NEW);
  }

  @Override
  public long changed() {
    return tally.count(FileChange.Kind.CHANGED);
  }

  @Override
  public long removed() {
    return tally.count(FileChange.Kind.REMOVED);
  }

  @Override
  public long handEdited() {
    return tally.handEdited();
  }

  @Override
  public List<FileChange> files() {
    return files;
  }

  @Override
  public String diff(FileChange file) throws IOException {
    if (!files.contains(file)) {
      throw new IllegalArgumentException("Not a file of this preview: " + file);
    }
    Path before = stage.directory().resolve(file.path());
    Path after = stage.fresh().resolve(file.path());
    return FileDiff.unified(
        file.path(),
        file.kind() == FileChange.Kind.NEW ? List.of() : FileDiff.lines(before),
        file.kind() == FileChange.Kind.REMOVED ? List.of() : FileDiff.lines(after));
  }

  @Override
  public List<String> keptTags() {
    return stage.keptTags();
  }

  @Override
  public List<String> droppedTags() {
    return stage.droppedTags();
  }
}
