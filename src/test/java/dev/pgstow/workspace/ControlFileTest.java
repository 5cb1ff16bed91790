package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlFileTest {
  /** What pgpm takes: the first such line, without a comment behind it. */
  private static final Pattern PGPM = Pattern.compile("(?m)^requires\\s*=\\s*'([^']*)'\\s*$");

  @Test
  void aNewOneIsAsPgpmWritesIt() {
    assertEquals(
        """
        # crm extension
        comment = 'crm extension'
        default_version = '0.0.1'
        module_pathname = '$libdir/crm'
        requires = 'plpgsql,citext'
        relocatable = false
        superuser = false
        """,
        ControlFile.create("crm", List.of("plpgsql", "citext")).text());
  }

  @Test
  void takesPostgresSyntax() {
    ControlFile file =
        ControlFile.parse(
            "  comment 'it''s \\'a\\'\\n\\101'  # why\r\nRequires='a, \"b c\" ,d'\ntrusted=true#x",
            "x");
    assertEquals(Optional.of("it's 'a'\nA"), file.value("comment"));
    assertEquals(List.of("a", "b c", "d"), file.requires());
    assertEquals(Optional.of("true"), file.value("trusted"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'a\\bc'|a\bc",
        "'\\1011'|A1",
        "'\\060\\7x'|0\u0007x",
        "'\\q'|q",
        "'a' # 'b'|a",
        "a#b|a",
      })
  void valuesAreReadAsPostgresDoes(String written, String value) {
    assertEquals(
        Optional.of(value), ControlFile.parse("\uFEFFcomment = " + written, "x").value("comment"));
  }

  @Test
  void noValueAndNoNameAreNone() {
    assertEquals(Optional.of(""), ControlFile.parse("comment = # c", "x").value("comment"));
    assertEquals(List.of("a"), ControlFile.parse("requires = '\"\", ,a,a'", "x").requires());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x", "'x\\", "'x\\1", "'x''"})
  void aQuoteThatDoesNotEndIsSaid(String value) {
    String message =
        assertFails("control-malformed", () -> ControlFile.parse("a = " + value, "x")).getMessage();
    assertTrue(message.contains("does not end"), message);
  }

  @ParameterizedTest
  @CsvSource({"'',''", "'comment = a\n',''", "'comment = a','\n'", "'comment = a\r\n',''"})
  void aNewLineEndsAsTheOthersDo(String text, String between) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    assertEquals(
        text + between + "requires = 'new'" + end,
        ControlFile.parse(text, "x").withRequires(List.of("new")).text());
  }

  @Test
  void onlyMissingNamesAreAddedAndAllElseStays() {
    String text = "# mine\ncomment = 'x' # y\r\nrequires = 'a, b'\n\nschema = z";
    ControlFile file = ControlFile.parse(text, "x");
    assertSame(file, file.withRequires(List.of("b", "a")));
    assertEquals(text.replace("'a, b'", "'a,b,c'"), file.withRequires(List.of("b", "c")).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "comment = 'x'",
        "comment = 'x'\r\n",
        "requires = a # why",
        "   requires 'a'\n",
        "requires = 'a'\nrequires = 'b' # c\n",
        "REQUIRES = 'a'"
      })
  void whatWasAddedIsReadBackByPgpmToo(String text) {
    ControlFile before = ControlFile.parse(text, "x");
    ControlFile after = before.withRequires(List.of("new"));
    Matcher pgpm = PGPM.matcher(after.text());
    assertTrue(pgpm.find(), after.text());
    assertEquals(after.requires(), List.of(pgpm.group(1).split(",")));
    assertTrue(after.requires().containsAll(before.requires()));
    assertEquals(after.requires(), ControlFile.parse(after.text(), "x").requires());
  }

  @ParameterizedTest
  @ValueSource(strings = {"requires", "= 'x'", "a = 'x", "a = 'x' y", "[x]"})
  void brokenLinesAreNamed(String line) {
    Failure failure =
        assertFails("control-malformed", () -> ControlFile.parse("#\n" + line, "x.control"));
    assertTrue(failure.getMessage().startsWith("x.control, line 2: "), failure.getMessage());
  }

  @Test
  void namesThatPgpmCannotReadAreRefused() {
    assertFails("requires-unsafe", () -> ControlFile.create("crm", List.of("a'b")));
    assertFails("requires-unsafe", () -> ControlFile.create("crm", List.of("a\nsuperuser")));
  }

  @Property
  void garbageIsKeptOrRefused(@ForAll String text) {
    try {
      assertEquals(text, ControlFile.parse(text, "x").text());
    } catch (Failure e) {
      assertEquals("control-malformed", e.ident());
    }
  }
}
