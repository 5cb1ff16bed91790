package dev.pgstow.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * libpq's password file: lines of {@code host:port:database:user:password}, where {@code *} stands
 * for anything and a backslash takes the next character as it is.
 */
public final class PasswordFile {
  private static final Set<String> SOCKET_FOLDERS = Set.of("/tmp", "/var/run/postgresql");

  private final List<Entry> entries;

  private PasswordFile(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  static PasswordFile empty() {
    return new PasswordFile(List.of());
  }

  /**
   * Reads a file; one that isn't there has no entries, and one that others may read is not used but
   * warned about, as in libpq.
   */
  static PasswordFile read(Path file, List<String> warnings) {
    if (!Files.exists(file)) {
      return empty();
    }
    try {
      if (!Files.isRegularFile(file)) {
        warnings.add("The password file " + file + " is not a plain file; it is not used.");
        return empty();
      }
      if (othersMayUse(file)) {
        warnings.add(
            "The password file "
                + file
                + " has group or world access; it is not used. Its permissions should be 0600.");
        return empty();
      }
      List<Entry> entries = new ArrayList<>();
      for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
        Entry.parse(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
            .ifPresent(entries::add);
      }
      return new PasswordFile(entries);
    } catch (IOException e) {
      warnings.add("The password file " + file + " can't be read: " + e.getMessage());
      return empty();
    }
  }

  /** The password of the first line that fits. */
  Optional<Secret> find(HostPort server, String database, String user) {
    String host = SOCKET_FOLDERS.contains(server.host()) ? "localhost" : server.host();
    return entries.stream()
        .filter(entry -> entry.fits(host, String.valueOf(server.port()), database, user))
        .findFirst()
        .map(Entry::password);
  }

  /** How many entries; not what they say. */
  @Override
  public String toString() {
    return "PasswordFile[" + entries.size() + " entries]";
  }

  private static boolean othersMayUse(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return false;
    }
    return view.readAttributes().permissions().stream()
        .map(PosixFilePermission::name)
        .anyMatch(name -> !name.startsWith("OWNER"));
  }

  /**
   * A line.
   *
   * @param pattern host, port, database and user, each {@code *} or the name with its escapes
   */
  private record Entry(List<String> pattern, Secret password) {

    static Optional<Entry> parse(String line) {
      if (line.isEmpty() || line.startsWith("#")) {
        return Optional.empty();
      }
      List<String> fields = new ArrayList<>();
      int start = 0;
      for (int at = 0; at < line.length() && fields.size() < 4; at++) {
        char c = line.charAt(at);
        if (c == '\\') {
          at++;
        } else if (c == ':') {
          fields.add(line.substring(start, at));
          start = at + 1;
        }
      }
      return fields.size() < 4
          ? Optional.empty()
          : Optional.of(new Entry(fields, new Secret(unescape(line.substring(start)))));
    }

    boolean fits(String... values) {
      for (int i = 0; i < values.length; i++) {
        String field = pattern.get(i);
        if (!field.equals("*") && !unescape(field).equals(values[i])) {
          return false;
        }
      }
      return true;
    }

    private static String unescape(String field) {
      StringBuilder text = new StringBuilder(field.length());
      for (int i = 0; i < field.length(); i++) {
        char c = field.charAt(i);
        if (c == '\\' && i + 1 < field.length()) {
          c = field.charAt(++i);
        }
        text.append(c);
      }
      return text.toString();
    }
  }
}
