package dev.pgstow.postgres;

import dev.pgstow.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers, from libpq's parallel lists of hosts, addresses and ports. */
record ServerList(List<Path> socketFolders) {

  List<HostPort> of(Map<Keyword, String> values, SslMode sslMode, List<String> warnings) {
    List<String> hosts = list(values, Keyword.HOST);
    List<String> addresses = list(values, Keyword.HOSTADDR);
    List<String> ports = list(values, Keyword.PORT);
    int count = Math.max(1, addresses.isEmpty() ? hosts.size() : addresses.size());
    if (!addresses.isEmpty() && !hosts.isEmpty() && hosts.size() != count) {
      throw mismatch(hosts.size() + " hosts", count + " addresses");
    }
    if (ports.size() > 1 && ports.size() != count) {
      throw mismatch(ports.size() + " ports", count + " hosts");
    }
    List<HostPort> servers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = ports.isEmpty() ? "" : ports.get(ports.size() == 1 ? 0 : i);
      int port = text.isEmpty() ? HostPort.DEFAULT_PORT : port(text);
      String name = hosts.isEmpty() ? "" : hosts.get(i);
      String address = addresses.isEmpty() ? "" : addresses.get(i);
      boolean byName = address.isEmpty();
      if (!byName && !name.isEmpty() && sslMode == SslMode.VERIFY_FULL) {
        warnings.add(
            "The server is reached by its name "
                + name
                + ", not by hostaddr: with sslmode=verify-full its certificate must match.");
        byName = true;
      }
      String host = byName ? name : address;
      servers.add(new HostPort(host.isEmpty() ? defaultHost(port) : host, port));
    }
    return servers;
  }

  private String defaultHost(int port) {
    for (Path folder : socketFolders) {
      if (Files.exists(folder.resolve(".s.PGSQL." + port))) {
        return folder.toString();
      }
    }
    return "localhost";
  }

  private static List<String> list(Map<Keyword, String> values, Keyword keyword) {
    String text = values.getOrDefault(keyword, "");
    List<String> items = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String item : text.split(",", -1)) {
        items.add(item.strip());
      }
    }
    return items;
  }

  /** The value is not quoted: in a URL with a raw {@code /} it can be part of a password. */
  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    throw Failure.usage(
        "bad-port",
        "The port of the server is not a number from 1 to 65535.",
        "PostgreSQL's default is 5432. In a URL's password write %2F for / and %3A for :.");
  }

  private static Failure mismatch(String some, String others) {
    return Failure.usage(
        "bad-connection-parameter",
        "There are " + some + " for " + others + ".",
        "Give one for all, or one for each.");
  }
}
