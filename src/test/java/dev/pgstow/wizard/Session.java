package dev.pgstow.wizard;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.input.MouseActionType;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.terminal.virtual.DefaultVirtualTerminal;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A wizard on Lanterna's virtual terminal: keys in, screen text out. The clock stands still. */
final class Session<T> implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 10_000;

  private final DefaultVirtualTerminal terminal;
  private final BlockingQueue<KeyStroke> keys = new LinkedBlockingQueue<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Wizard wizard;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  Session(int columns, int rows, ColorDepth depth, Function<Wizard, T> run) {
    terminal = new DefaultVirtualTerminal(new TerminalSize(columns, rows));
    InstantSource clock = now::get;
    wizard =
        Wizard.open(
            new Console(terminal, this::nextKey, () -> {}, true), Theme.of(depth, true), clock);
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(run.apply(wizard));
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            },
            "wizard-under-test");
    thread.setDaemon(true);
    thread.start();
  }

  static Session<dev.pgstow.export.ExportResult> of(FakeScript script) {
    return new Session<>(80, 24, ColorDepth.NONE, wizard -> wizard.run(script).orElseThrow());
  }

  private KeyStroke nextKey() {
    try {
      KeyStroke key = keys.take();
      received.incrementAndGet();
      return key;
    } catch (InterruptedException e) {
      return new KeyStroke(KeyType.EOF);
    }
  }

  Session<T> press(KeyType... keys) {
    for (KeyType key : keys) {
      send(new KeyStroke(key));
    }
    return this;
  }

  Session<T> ctrl(char character) {
    return send(new KeyStroke(character, true, false));
  }

  Session<T> type(String text) {
    text.chars().forEach(c -> send(new KeyStroke((char) c, false, false)));
    return this;
  }

  /** Sends a key and waits until it is taken in and the screen drawn. */
  Session<T> send(KeyStroke key) {
    sent.incrementAndGet();
    keys.add(key);
    settle();
    return this;
  }

  /** A click on a cell. */
  Session<T> click(int column, int row) {
    return send(new MouseAction(MouseActionType.CLICK_DOWN, 1, new TerminalPosition(column, row)));
  }

  /** Sends a key that nothing may be there to take yet. */
  Session<T> sendAhead(KeyType type) {
    int number = sent.incrementAndGet();
    keys.add(new KeyStroke(type));
    while (received.get() < number) {
      sleep();
    }
    return this;
  }

  Session<T> resize(int columns, int rows) {
    terminal.setTerminalSize(new TerminalSize(columns, rows));
    wizard.ui().post(() -> {});
    settle();
    return this;
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private void settle() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    int quiet = 0;
    while (quiet < 3 && !result.isDone() && System.nanoTime() < end) {
      sleep();
      quiet = received.get() == sent.get() && wizard.ui().isWaiting() ? quiet + 1 : 0;
    }
  }

  /** Waits until the screen shows a text. */
  Session<T> await(String text) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!text().contains(text)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("no '" + text + "' on the screen:\n" + text() + failure());
      }
      sleep();
    }
    settle();
    return this;
  }

  private String failure() {
    return result.isCompletedExceptionally() ? result.handle((v, e) -> e).join().toString() : "";
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Screen screen() {
    return wizard.ui().screen();
  }

  /** What the screen shows, without blanks at line ends. */
  String text() {
    Screen screen = screen();
    StringBuilder out = new StringBuilder();
    TerminalSize size = screen.getTerminalSize();
    for (int row = 0; row < size.getRows(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < size.getColumns(); column++) {
        TextCharacter cell = screen.getFrontCharacter(column, row);
        if (cell != null) {
          line.append(cell.getCharacterString());
          column += cell.isDoubleWidth() ? 1 : 0;
        }
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  /** The line that holds a text. */
  String line(String text) {
    return text().lines().filter(line -> line.contains(text)).findFirst().orElse("");
  }

  /** What the run gave. */
  T result() {
    try {
      return result.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the wizard did not end:\n" + text(), e);
    }
  }

  @Override
  public void close() {
    wizard.close();
    // Ends the threads that wait for keys.
    keys.add(new KeyStroke(KeyType.EOF));
  }
}
