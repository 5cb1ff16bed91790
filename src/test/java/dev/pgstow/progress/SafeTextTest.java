package dev.pgstow.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void controlCharactersShow() {
    assertEquals("a\\u{1b}[31mb\\u{0}\\u{a}", SafeText.line("a\u001b[31mb\0\n"));
    assertEquals("a\nb\\u{9b}", SafeText.lines("a\nb\u009b"));
    assertEquals("\\u{202e}x", SafeText.line("\u202ex"));
  }

  @Test
  void plainTextIsTheSame() {
    String text = "public.users";
    assertSame(text, SafeText.line(text));
    assertEquals("名前 🐱 é", SafeText.line("名前 🐱 é"));
  }

  @Property(tries = 300)
  void nothingHarmfulIsLeft(@ForAll String text) {
    assertTrue(
        SafeText.line(text)
            .codePoints()
            .noneMatch(
                point ->
                    Character.getType(point) == Character.CONTROL
                        || Character.getType(point) == Character.SURROGATE));
  }
}
