package dev.pgstow.wizard.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JLineTerminalTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private ExternalTerminal tty;
  private JLineTerminal terminal;

  @BeforeEach
  void open() throws IOException {
    tty =
        new ExternalTerminal(
            "test",
            "xterm-256color",
            new ByteArrayInputStream("\u001b[Bä".getBytes(StandardCharsets.UTF_8)),
            sent,
            StandardCharsets.UTF_8);
    tty.setSize(new Size(90, 30));
    terminal = new JLineTerminal(tty);
  }

  @AfterEach
  void close() {
    terminal.close();
  }

  private String sent() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFrameGoesOutInOnePieceWhenItIsFlushed() throws IOException {
    terminal.enterPrivateMode();
    sent.reset();
    terminal.setCursorPosition(0, 0);
    terminal.putString("a");
    assertEquals("", sent());
    terminal.flush();
    assertEquals("\u001b[?2026h\u001b[1;1Ha\u001b[?2026l", sent());
  }

  @Test
  void theColumnIsSetAfterWhatTerminalsDifferAbout() throws IOException {
    terminal.enterPrivateMode();
    sent.reset();
    terminal.setCursorPosition(4, 1);
    terminal.putString("🛒");
    terminal.putString("e\u0301");
    terminal.flush();
    assertEquals("\u001b[?2026h\u001b[2;5H🛒\u001b[7Ge\u0301\u001b[8G\u001b[?2026l", sent());
  }

  @Test
  void leavingRestoresScreenCursorMouseAndPaste() throws IOException {
    terminal.enterPrivateMode();
    terminal.close();
    for (String sequence : new String[] {"[?1049l", "[?25h", "[?1000l", "[?1006l", "[?2004l"}) {
      assertTrue(sent().contains("\u001b" + sequence), sequence);
    }
  }

  @Test
  void nothingIsDrawnOnceItIsClosed() throws IOException {
    terminal.enterPrivateMode();
    terminal.close();
    sent.reset();
    terminal.putString("late");
    terminal.flush();
    assertEquals("", sent());
  }

  @Test
  void theTtyIsRawOnlyWhileTheScreenIsShown() throws IOException {
    boolean echo = tty.getAttributes().getLocalFlag(LocalFlag.ECHO);
    boolean signals = tty.getAttributes().getLocalFlag(LocalFlag.ISIG);
    terminal.enterPrivateMode();
    assertFalse(tty.getAttributes().getLocalFlag(LocalFlag.ISIG));
    terminal.exitPrivateMode();
    assertEquals(echo, tty.getAttributes().getLocalFlag(LocalFlag.ECHO));
    assertEquals(signals, tty.getAttributes().getLocalFlag(LocalFlag.ISIG));
  }

  @Test
  void sizeAndKeysComeFromJLine() throws IOException {
    assertEquals(new TerminalSize(90, 30), terminal.getTerminalSize());
    assertEquals(KeyType.ArrowDown, terminal.readInput().getKeyType());
    assertEquals('ä', terminal.readInput().getCharacter());
  }

  @Test
  void aDumbTerminalIsNotForScreens() {
    assertTrue(JLineTerminal.open(Map.of("TERM", "dumb")).isEmpty());
  }
}
