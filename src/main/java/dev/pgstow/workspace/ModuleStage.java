package dev.pgstow.workspace;

import dev.pgstow.failure.Failure;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A module in a stage folder: scripts through the writer threads, the few other files at once. */
final class ModuleStage implements StagedModule, AutoCloseable {
  private final ModuleTarget target;
  private final Path directory;
  private final Path fresh;
  private final FileWriters writers;
  private final FileList files;
  private final BooleanSupplier closed;
  private final boolean isNew;
  private final MessageDigest digest = Sha256.digest();
  private PlanWriter.Tags tags = PlanWriter.Tags.NONE;
  private boolean finished;

  /**
   * A module to be written.
   *
   * @param directory the target's folder by its real path
   * @param closed whether the staging was closed, perhaps by another thread
   */
  ModuleStage(
      ModuleTarget target,
      Path directory,
      StageFolder stage,
      FileWriters writers,
      BooleanSupplier closed)
      throws IOException {
    this.target = target;
    this.directory = directory;
    this.fresh = stage.fresh(target.name());
    this.writers = writers;
    this.closed = closed;
    this.isNew = Layout.isNew(directory, target.name());
    Files.createDirectories(fresh);
    for (String folder : Layout.SCRIPTS) {
      Files.createDirectory(fresh.resolve(folder));
    }
    this.files = new FileList(stage.fileList(target.name()));
  }

  @Override
  public ModuleTarget target() {
    return target;
  }

  @Override
  public void write(String path, String content) throws IOException {
    Path file = script(path);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    guard(
        () -> {
          files.add(path, Sha256.hex(digested(bytes)));
          writers.make(file, bytes);
        });
  }

  private MessageDigest digested(byte[] bytes) {
    digest.update(bytes);
    return digest;
  }

  @Override
  public Writer open(String path) throws IOException {
    Path file = script(path);
    return new GuardedWriter(openFile(file, sha256 -> files.add(path, sha256)));
  }

  private Path script(String path) {
    if (closed.getAsBoolean()) {
      throw StageClosed.failure();
    }
    FilePath.check(path);
    if (finished || Layout.SCRIPTS.stream().noneMatch(folder -> path.startsWith(folder + "/"))) {
      throw new IllegalArgumentException("Not a script of an unfinished module: " + path);
    }
    try {
      return fresh.resolve(path);
    } catch (InvalidPathException e) {
      throw Failure.failed(
          "file-name-unencodable",
          "\"" + path + "\" can't be a file name in this process's locale.",
          "Set LC_ALL=C.UTF-8, or another locale whose charset is UTF-8.",
          e);
    }
  }

  private Writer openFile(Path file, HashingFile.Closed whenClosed) {
    return guarded(
        () -> {
          Path parent = file.getParent();
          if (parent != null) {
            Files.createDirectories(parent);
          }
          OutputStream out =
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          return new BufferedWriter(
              new OutputStreamWriter(
                  new HashingFile(new BufferedOutputStream(out, 1 << 16), whenClosed),
                  StandardCharsets.UTF_8),
              1 << 14);
        });
  }

  @Override
  public void finish(ModuleSpec spec, Iterable<PlannedChange> changes) throws IOException {
    if (closed.getAsBoolean()) {
      throw StageClosed.failure();
    }
    if (finished) {
      throw new IllegalStateException("The module was finished already");
    }
    guard(
        () -> {
          OldPlan old = OldPlan.read(directory.resolve(Layout.PLAN));
          PlanWriter plan = new PlanWriter(PlanText.planner(spec.author()), old);
          try (Writer out =
              openFile(fresh.resolve(Layout.PLAN), sha -> files.add(Layout.PLAN, sha))) {
            plan.write(target.name(), changes, out);
          }
          tags = plan.tags();
          writeControl(spec);
          writeScaffold(spec);
          try (OutputStream out = Files.newOutputStream(fresh.resolve(Layout.MANIFEST))) {
            Manifest.write(out, spec, plan.fingerprint(), files);
          }
        });
    finished = true;
  }

  private void writeControl(ModuleSpec spec) throws IOException {
    String name = Layout.control(target.name());
    Path there = directory.resolve(name);
    ControlFile control =
        Files.exists(there, LinkOption.NOFOLLOW_LINKS)
            ? ControlFile.read(there).withRequires(spec.requires())
            : ControlFile.create(target.name(), spec.requires());
    try (Writer out = openFile(fresh.resolve(name), sha256 -> files.add(name, sha256))) {
      out.write(control.text());
    }
  }

  /** Not in the manifest: these belong to the user once they are there. */
  private void writeScaffold(ModuleSpec spec) throws IOException {
    if (!isNew) {
      return;
    }
    for (Map.Entry<String, String> file : new Scaffold(target.name(), spec).files().entrySet()) {
      if (!Files.exists(directory.resolve(file.getKey()), LinkOption.NOFOLLOW_LINKS)) {
        Files.writeString(fresh.resolve(file.getKey()), file.getValue());
      }
    }
  }

  /** Waits until all of the finished module is on disk. */
  void drain() {
    if (!finished) {
      throw new IllegalStateException("The module " + target.name() + " is not finished");
    }
    guard(writers::drain);
  }

  /** The target's folder by its real path. */
  Path directory() {
    return directory;
  }

  /** Where the module is staged. */
  Path fresh() {
    return fresh;
  }

  /** The scripts, plan and control file that were staged. */
  FileList files() {
    return files;
  }

  boolean isNew() {
    return isNew;
  }

  /** Names of the old plan's tags whose change is still there. */
  List<String> keptTags() {
    return tags.kept();
  }

  /** Names of the old plan's tags whose change is gone. */
  List<String> droppedTags() {
    return tags.dropped();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private interface Io<T> {
    T run() throws IOException;
  }

  private interface IoAction {
    void run() throws IOException;
  }

  private void guard(IoAction action) {
    try {
      action.run();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private <T> T guarded(Io<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Failure failure(IOException e) {
    return closed.getAsBoolean() ? StageClosed.failure() : StagingFailure.of(e, directory, fresh);
  }

  /** Turns errors of the disk into failures. */
  private final class GuardedWriter extends Writer {
    private final Writer out;

    GuardedWriter(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
      guard(() -> out.write(buffer, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) {
      guard(() -> out.write(text, offset, length));
    }

    @Override
    public void flush() {
      guard(out::flush);
    }

    @Override
    public void close() {
      guard(out::close);
    }
  }
}
