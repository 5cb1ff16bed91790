package dev.pgstow.wizard;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.input.MouseAction;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.screen.Screen.RefreshType;
import com.googlecode.lanterna.screen.TerminalScreen;
import dev.pgstow.failure.ExitCode;
import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.terminal.TypedText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The screen and its loop. The thread that calls {@link #show} draws and runs all views; keys,
 * resizes and results of background work reach it as messages through {@link #post}, which any
 * thread may call.
 */
final class Ui implements AutoCloseable {
  /** Ident of the person's wish to leave. */
  static final String LEFT = "left";

  private static final long FRAME_MILLIS = 100;
  private static final int WHEEL_ROWS = 3;

  private final Console console;
  private final TerminalScreen screen;
  private final Theme theme;
  private final Ink ink;
  private final BlockingQueue<Runnable> messages = new LinkedBlockingQueue<>();
  private final Deque<View<?>> views = new ArrayDeque<>();
  private final TypeAhead ahead = new TypeAhead();
  private Chrome chrome = new Chrome("", "", List.of(), -1);
  private boolean written;
  private boolean complete = true;
  private boolean fits = true;
  private volatile boolean waiting;

  Ui(Console console, Theme theme) {
    this.console = console;
    this.theme = theme;
    this.ink = new Ink(theme);
    try {
      screen = new TerminalScreen(console.terminal());
      screen.setCursorPosition(null);
      screen.startScreen();
    } catch (IOException e) {
      throw hungUp(e);
    }
    Thread reader = new Thread(this::read, "pgstow-keys");
    reader.setDaemon(true);
    reader.start();
  }

  /** The screen, for tests and pictures. */
  Screen screen() {
    return screen;
  }

  /** Whether all that was posted is done and drawn. */
  boolean isWaiting() {
    return waiting && messages.isEmpty();
  }

  Chrome chrome() {
    return chrome;
  }

  void chrome(Chrome value) {
    chrome = value;
  }

  /** Has the showing thread run something, then draw. */
  void post(Runnable message) {
    messages.add(message);
  }

  /** Runs something off the drawing thread. */
  Thread inBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Whether there is something that stays when the person leaves. */
  boolean isWritten() {
    return written;
  }

  /** From now on there is. */
  void written() {
    written = true;
  }

  private String ended(String how) {
    return how + (written ? "; what was written before stays." : "; nothing was written.");
  }

  /**
   * Shows a view until it has a result.
   *
   * @throws Failure declined when the person leaves, interrupted on Ctrl-C
   */
  <R> R show(View<R> view) {
    views.push(view);
    if (view.isDeliberate()) {
      ahead.forget();
    }
    try {
      while (view.result().isEmpty()) {
        Optional<KeyStroke> early = isWaited() ? Optional.empty() : ahead.next();
        if (early.isPresent()) {
          draw();
          key(early.get());
          continue;
        }
        if (messages.isEmpty()) {
          draw();
        }
        waiting = messages.isEmpty();
        Runnable message =
            view.animated() ? messages.poll(FRAME_MILLIS, TimeUnit.MILLISECONDS) : messages.take();
        waiting = false;
        if (message != null) {
          message.run();
        }
      }
      return view.result().orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.interrupted("Interrupted.");
    } finally {
      views.pop();
    }
  }

  private boolean isWaited() {
    return views.stream().anyMatch(View::waits);
  }

  /** The view below the one that is shown, for dialogs to be drawn over. */
  Optional<View<?>> below(View<?> top) {
    return views.stream().dropWhile(view -> view != top).skip(1).findFirst();
  }

  private void draw() {
    try {
      complete |= screen.doResizeIfNecessary() != null;
      screen.setCursorPosition(null);
      Canvas all = new Canvas(screen, ink, theme.glyphs());
      fits = Frame.fits(all);
      if (fits) {
        Frame.draw(all, chrome, views.getFirst());
      } else {
        Frame.tooSmall(all);
      }
      // Before it is on the screen: a key pressed on seeing it must never seem to come too early.
      long now = System.nanoTime();
      screen.refresh(complete ? RefreshType.COMPLETE : RefreshType.DELTA);
      complete = false;
      if (fits) {
        views.getFirst().shown(now);
      }
    } catch (IOException e) {
      throw hungUp(e);
    }
  }

  private void read() {
    try {
      KeyStroke stroke;
      do {
        KeyStroke next = console.keys().next();
        stroke = next;
        press(next);
      } while (stroke.getKeyType() != KeyType.EOF);
    } catch (IOException e) {
      press(new KeyStroke(KeyType.EOF));
    }
  }

  private void press(KeyStroke stroke) {
    long now = System.nanoTime();
    post(
        () -> {
          View<?> view = views.peek();
          boolean seen = view == null || (fits && view.takes(now));
          if (seen || Keymap.worksUnseen(stroke)) {
            key(stroke);
          }
        });
  }

  /** Ctrl-C, from a key or a signal. */
  void interrupt() {
    press(new KeyStroke('c', true, false));
  }

  private void key(KeyStroke stroke) {
    View<?> view = views.peek();
    if (stroke.getKeyType() == KeyType.EOF) {
      throw hungUp(null);
    }
    if (view == null) {
      return;
    }
    if (stroke instanceof MouseAction mouse) {
      mouse(view, mouse);
      return;
    }
    if (isText(stroke) && view.wants(stroke.getCharacter())) {
      view.type(String.valueOf(stroke.getCharacter()));
      return;
    }
    List<Action> possible = view.hints().stream().map(Hint::action).toList();
    Optional<Action> action = Keymap.action(stroke, possible, view.typing());
    if (action.isPresent()) {
      act(view, action.get());
    } else if (view.waits()) {
      ahead.add(stroke);
    } else if (stroke instanceof TypedText typed) {
      view.type(typed.text());
    } else if (isText(stroke)) {
      view.type(String.valueOf(stroke.getCharacter()));
    }
  }

  private static boolean isText(KeyStroke stroke) {
    return stroke.getKeyType() == KeyType.Character && !stroke.isCtrlDown() && !stroke.isAltDown();
  }

  private void act(View<?> view, Action action) {
    switch (action) {
      case HELP -> {
        if (!(view instanceof HelpView)) {
          show(new HelpView(view.hints().stream().map(Hint::action).toList()));
        }
      }
      case REDRAW -> complete = true;
      case SUSPEND -> suspend();
      case ESCAPE -> {
        ahead.forget();
        if (!view.escape() && show(new LeaveView(this))) {
          throw Failure.declined(LEFT, ended("Left"));
        }
      }
      case CANCEL -> cancel();
      default -> view.on(action);
    }
  }

  /** Work that a dialog is open over is what is meant; the dialog closes. */
  private void cancel() {
    List<View<?>> over = new ArrayList<>();
    for (View<?> view : views) {
      if (view.cancel()) {
        over.forEach(View::escape);
        return;
      }
      over.add(view);
    }
    throw Failure.interrupted(ended("Interrupted"));
  }

  private void suspend() {
    try {
      console.suspend().now();
      complete = true;
    } catch (IOException e) {
      throw hungUp(e);
    }
  }

  private static void mouse(View<?> view, MouseAction mouse) {
    TerminalPosition at = mouse.getPosition();
    switch (mouse.getActionType()) {
      case SCROLL_UP -> wheel(view, Action.UP);
      case SCROLL_DOWN -> wheel(view, Action.DOWN);
      case CLICK_DOWN -> {
        if (at.getRow() >= Frame.bodyTop()) {
          view.click(at.getColumn(), at.getRow() - Frame.bodyTop());
        }
      }
      default -> {}
    }
  }

  private static void wheel(View<?> view, Action action) {
    if (view.hints().stream().anyMatch(hint -> hint.action() == action)) {
      for (int i = 0; i < WHEEL_ROWS; i++) {
        view.on(action);
      }
    }
  }

  private static Failure hungUp(@Nullable Exception cause) {
    return new Failure(
        ExitCode.HUNG_UP, "terminal-gone", "The terminal is gone; nothing was written.", "", cause);
  }

  @Override
  public void close() {
    try {
      screen.stopScreen(false);
      console.terminal().close();
    } catch (IOException e) {
      throw hungUp(e);
    }
  }
}
