package dev.pgstow.workspace;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real disk, save that a test is asked before each operation and may refuse it, or change the
 * disk behind the back of the code under test: what else takes another user, a mount or a race.
 */
final class FaultyDisk extends FileSystemProvider {

  /** Asked before an operation: by its name below. */
  interface Fault {
    void before(String operation, Path file) throws IOException;
  }

  /** Where another file system begins. */
  final Map<Path, FileStore> mounts = new HashMap<>();

  /** What is opened instead of a real file or folder. */
  final Map<Path, FileChannel> channels = new HashMap<>();

  private final FileSystemProvider disk = FileSystems.getDefault().provider();
  private final FileSystem system = new FaultyFileSystem(this);
  private final Fault fault;

  FaultyDisk(Fault fault) {
    this.fault = fault;
  }

  /** A path of the real disk, on this one. */
  Path at(Path real) {
    return (Path)
        Proxy.newProxyInstance(
            FaultyDisk.class.getClassLoader(),
            new Class<?>[] {Path.class, Wrapped.class},
            (proxy, method, args) -> {
              switch (method.getName()) {
                case "real":
                  return real;
                case "getFileSystem":
                  return system;
                case "toRealPath":
                  fault.before("real", real);
                  break;
                default:
              }
              Object[] plain =
                  args == null ? null : Arrays.stream(args).map(FaultyDisk::plain).toArray();
              try {
                Object result = method.invoke(real, plain);
                return result instanceof Path path ? at(path) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** A path of this disk. */
  interface Wrapped {
    Path real();
  }

  private static Object plain(Object argument) {
    return argument instanceof Wrapped wrapped ? wrapped.real() : argument;
  }

  private static Path real(Path path) {
    return (Path) plain(path);
  }

  private Path ask(String operation, Path path) throws IOException {
    fault.before(operation, real(path));
    return real(path);
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    return system;
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return at(Path.of(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return disk.newByteChannel(ask("open", path), options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    Path real = ask("open", path);
    FileChannel channel = channels.get(real);
    return channel == null ? disk.newFileChannel(real, options, attributes) : channel;
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> there = disk.newDirectoryStream(ask("list", folder), filter)) {
      there.forEach(path -> found.add(at(path)));
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        try {
          fault.before("next", real(folder));
        } catch (IOException e) {
          throw new DirectoryIteratorException(e);
        }
        return found.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    disk.createDirectory(ask("mkdir", folder), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(ask("delete", path));
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    disk.copy(ask("copy", from), real(to), options);
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    disk.move(ask("move", from), real(to), options);
  }

  @Override
  public boolean isSameFile(Path one, Path two) throws IOException {
    return disk.isSameFile(real(one), real(two));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return disk.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    Path real = ask("store", path);
    FileStore mount = mounts.get(real);
    return mount == null ? disk.getFileStore(real) : mount;
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    disk.checkAccess(modes.length == 0 ? real(path) : ask("access", path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return disk.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return disk.readAttributes(ask("read", path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return disk.readAttributes(ask("read", path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    disk.setAttribute(real(path), attribute, value, options);
  }
}
