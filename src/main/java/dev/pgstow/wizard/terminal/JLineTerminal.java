package dev.pgstow.wizard.terminal;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.terminal.MouseCaptureMode;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import dev.pgstow.display.DisplayWidth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.ShutdownHooks;

/**
 * A Lanterna terminal on top of JLine, which owns the tty: raw mode, size, signals, restoring.
 *
 * <p>{@link #readInput()} is for one thread, drawing for one other; {@link #close()} may come from
 * any, more than once. Closing, and an orderly end of the JVM (SIGTERM and SIGHUP included), leave
 * the tty as it was found: line settings, main screen, cursor, mouse and paste modes.
 */
public final class JLineTerminal extends ANSITerminal {
  private static final String ENTER =
      "\u001b[?1049h\u001b[?1000h\u001b[?1006h\u001b[?2004h\u001b[?25l";
  private static final String LEAVE =
      "\u001b[?2004l\u001b[?1006l\u001b[?1000l\u001b[0m\u001b[?25h\u001b[?1049l";

  /**
   * {@code stty} first: the native providers forget the speed and the line discipline when they set
   * anything, which {@code stty -a} shows afterwards and which hangs up a serial line.
   */
  private static final String PROVIDERS = "exec,ffm,jni";

  private static final long WAIT_MILLIS = 60_000;

  private final Terminal tty;
  private final Attributes original;
  private final FrameOutput output;
  private final KeyDecoder decoder;
  private final Charset charset;
  private final ShutdownHooks.Task hook = this::close;
  private volatile Runnable interrupted = () -> {};
  private volatile Runnable resized = () -> {};
  private volatile Optional<TerminalSize> size = Optional.empty();
  private boolean entered;
  private volatile boolean closed;
  private int column;

  /**
   * Opens the terminal that standard input and output are connected to. Takes 100 to 300 ms; may be
   * called on a thread of its own.
   *
   * @param environment for {@code TERM}
   * @return empty if there is none, or it can't show full-screen pictures
   */
  public static Optional<JLineTerminal> open(Map<String, String> environment) {
    String type = environment.getOrDefault("TERM", "");
    if (type.equals("dumb")) {
      return Optional.empty();
    }
    try {
      Terminal tty = build();
      if (tty.getType().startsWith(Terminal.TYPE_DUMB)) {
        tty.close();
        return Optional.empty();
      }
      return Optional.of(new JLineTerminal(tty));
    } catch (IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  /**
   * By default JLine's input sets the tty a second time, on the reading thread, which may come
   * after restoring it; and it polls. There is no way but a property to have it block instead.
   */
  private static Terminal build() throws IOException {
    String before = System.getProperty(TerminalBuilder.PROP_NON_BLOCKING_READS);
    System.setProperty(TerminalBuilder.PROP_NON_BLOCKING_READS, "false");
    try {
      return TerminalBuilder.builder()
          .system(true)
          .dumb(false)
          .systemOutput(TerminalBuilder.SystemOutput.SysOut)
          .providers(PROVIDERS)
          .nativeSignals(true)
          .build();
    } finally {
      if (before == null) {
        System.clearProperty(TerminalBuilder.PROP_NON_BLOCKING_READS);
      } else {
        System.setProperty(TerminalBuilder.PROP_NON_BLOCKING_READS, before);
      }
    }
  }

  JLineTerminal(Terminal tty) {
    this(tty, new FrameOutput(tty.output()));
  }

  private JLineTerminal(Terminal tty, FrameOutput output) {
    super(InputStream.nullInputStream(), output, StandardCharsets.UTF_8);
    this.tty = tty;
    this.output = output;
    original = tty.getAttributes();
    charset = tty.encoding();
    decoder = new KeyDecoder(this::read);
    tty.handle(Signal.WINCH, signal -> sizeChanged());
    tty.handle(Signal.INT, signal -> interrupted.run());
    ShutdownHooks.add(hook);
  }

  /** Waits in pieces even for ever: JLine can't close a terminal that is being waited for. */
  private int read(long millis) throws IOException {
    int c;
    do {
      c = tty.reader().read(millis == 0 ? WAIT_MILLIS : millis);
    } while (c == CharSource.EXPIRED && millis == 0 && !closed);
    return c;
  }

  /** What to do on an interrupt that comes as a signal instead of a key; called on any thread. */
  public void onInterrupt(Runnable action) {
    interrupted = action;
  }

  /** What to do after the window's size changed; called on any thread. */
  public void onResize(Runnable action) {
    resized = action;
  }

  /** Whether it can show more than ASCII; the Linux console's font has too little of it. */
  public boolean isUnicode() {
    return charset.name().startsWith("UTF") && !tty.getType().startsWith("linux");
  }

  /** How many columns there are now. */
  public int columns() {
    return findTerminalSize().getColumns();
  }

  /** How many rows there are now. */
  public int rows() {
    return findTerminalSize().getRows();
  }

  private void sizeChanged() {
    size = Optional.empty();
    onResized(findTerminalSize());
    resized.run();
  }

  /** Asks the tty once after each change: it takes a process to ask. */
  @Override
  protected TerminalSize findTerminalSize() {
    TerminalSize known = size.orElseGet(this::askForSize);
    size = Optional.of(known);
    return known;
  }

  private TerminalSize askForSize() {
    Size asked = tty.getSize();
    return asked.getColumns() > 0 && asked.getRows() > 0
        ? new TerminalSize(asked.getColumns(), asked.getRows())
        : new TerminalSize(80, 24);
  }

  @Override
  public KeyStroke readInput() throws IOException {
    return decoder.next();
  }

  @Override
  public KeyStroke pollInput() {
    throw new UnsupportedOperationException("keys are read by one waiting thread");
  }

  /**
   * Draws one cluster. The column after anything but ASCII is set anew, so that columns stay
   * straight even where the terminal and {@link DisplayWidth} differ about a character.
   */
  @Override
  public void putString(String cluster) throws IOException {
    output.write(cluster.getBytes(charset));
    column += DisplayWidth.of(cluster);
    if (cluster.length() > 1 || cluster.charAt(0) > 0x7e) {
      output.write(("\u001b[" + (column + 1) + "G").getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void putCharacter(char c) throws IOException {
    putString(String.valueOf(c));
  }

  @Override
  public void setCursorPosition(int x, int y) throws IOException {
    column = x;
    super.setCursorPosition(x, y);
  }

  @Override
  public void setCursorPosition(TerminalPosition position) throws IOException {
    setCursorPosition(position.getColumn(), position.getRow());
  }

  @Override
  public void setMouseCaptureMode(MouseCaptureMode mode) {
    // Reports in SGR form are switched on with the alternate screen.
  }

  @Override
  public synchronized void enterPrivateMode() throws IOException {
    if (closed || entered) {
      return;
    }
    raw();
    output.open();
    output.writeNow(ENTER);
    entered = true;
  }

  @Override
  public synchronized void exitPrivateMode() throws IOException {
    if (!entered) {
      return;
    }
    entered = false;
    output.shut();
    output.writeNow(LEAVE);
    tty.setAttributes(original);
  }

  private void raw() {
    Attributes raw = new Attributes(original);
    raw.setLocalFlags(
        EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.ISIG, LocalFlag.IEXTEN), false);
    raw.setInputFlag(InputFlag.IXON, false);
    raw.setInputFlag(InputFlag.ICRNL, true);
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    tty.setAttributes(raw);
  }

  /**
   * Hands the tty back to the shell and stops this process group, as Ctrl-Z does elsewhere; returns
   * when it continues, with the alternate screen entered again and empty. Where there is no job
   * control nothing stops and it returns at once.
   */
  public void suspend() throws IOException {
    exitPrivateMode();
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -TSTP 0").inheritIO().start().waitFor();
    } catch (IOException e) {
      // No shell, no job control: carry on.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      enterPrivateMode();
      sizeChanged();
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    ShutdownHooks.remove(hook);
    try {
      exitPrivateMode();
      tty.close();
    } catch (IOException e) {
      throw new UncheckedIOException("can't restore the terminal", e);
    }
  }
}
