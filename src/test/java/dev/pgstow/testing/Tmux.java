package dev.pgstow.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A real terminal: a tmux server of its own with one window and a shell. Closing kills it. */
public final class Tmux implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;

  private final Path socket;

  private Tmux(Path socket) {
    this.socket = socket;
  }

  /** Whether this machine has tmux. */
  public static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts one; its socket is kept in the folder. */
  public static Tmux open(Path folder, int columns, int rows)
      throws IOException, InterruptedException {
    Tmux tmux = new Tmux(folder.resolve("tmux"));
    tmux.run(
        List.of(
            "new-session",
            "-d",
            "-s",
            "w",
            "-x",
            "" + columns,
            "-y",
            "" + rows,
            "PS1='ready> ' sh"));
    tmux.await("ready>");
    return tmux;
  }

  /** Presses keys, by tmux's names. */
  public void keys(String... keys) throws IOException, InterruptedException {
    run("send-keys", keys);
  }

  /** Types text as it is. */
  public void type(String text) throws IOException, InterruptedException {
    run("send-keys", "-l", text);
  }

  public void resize(int columns, int rows) throws IOException, InterruptedException {
    run("resize-window", "-x", "" + columns, "-y", "" + rows);
  }

  /** Waits until the screen shows the text. */
  public void await(String text) throws IOException, InterruptedException {
    await(text, screen -> screen.contains(text));
  }

  /** As {@link #await(String)}, wherever the lines are broken. */
  public void awaitWords(String words) throws IOException, InterruptedException {
    await(words, screen -> screen.replaceAll("\\s+", " ").contains(words));
  }

  /** Waits until the screen is as wanted. */
  public void await(String what, Predicate<String> wanted)
      throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    String screen = screen();
    while (!wanted.test(screen)) {
      if (System.currentTimeMillis() > end) {
        throw new AssertionError("no '" + what + "' in:\n" + screen);
      }
      Thread.sleep(20);
      screen = screen();
    }
  }

  /** What the window shows, without colours. */
  public String screen() throws IOException, InterruptedException {
    return run("capture-pane", "-p");
  }

  /** The same with its escape sequences. */
  public String styledScreen() throws IOException, InterruptedException {
    return run("capture-pane", "-p", "-e");
  }

  /** Cursor visible, alternate screen on, mouse reported: {@code 1 0 0} is a shell's. */
  public String modes() throws IOException, InterruptedException {
    return run("display", "-p", "#{cursor_flag} #{alternate_on} #{mouse_any_flag}").strip();
  }

  /** The window's title, which a program could have set. */
  public String title() throws IOException, InterruptedException {
    return run("display", "-p", "#{pane_title}").strip();
  }

  private String run(String command, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command, "-t", "w"));
    words.addAll(List.of(arguments));
    return run(words);
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @Override
  public void close() {
    try {
      run(List.of("kill-server"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
