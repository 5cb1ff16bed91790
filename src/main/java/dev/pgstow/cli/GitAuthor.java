package dev.pgstow.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Who git says is at the keyboard; git itself reads its configuration, include files and all. */
final class GitAuthor {
  private static final long PATIENCE_SECONDS = 3;

  private final Path directory;
  private final String user;

  GitAuthor(Path directory, String user) {
    this.directory = directory;
    this.user = user;
  }

  /** {@code user.name <user.email>}, as much of it as there is; else the login name. */
  String author() {
    Optional<String> name = read("user.name");
    Optional<String> email = read("user.email");
    if (name.isEmpty()) {
      return email.map(address -> user + " <" + address + ">").orElse(user);
    }
    return name.orElseThrow() + email.map(address -> " <" + address + ">").orElse("");
  }

  private Optional<String> read(String key) {
    try {
      Process git =
          new ProcessBuilder("git", "config", "--includes", "--get", key)
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      if (!git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return Optional.empty();
      }
      String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      // No git here.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
