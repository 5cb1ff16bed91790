package dev.pgstow.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
  private static final Path FOLDER = Path.of("base", "module").toAbsolutePath();

  @Test
  void dropsTheWrappingFolder() throws UnsafeTarballException {
    assertEquals(
        FOLDER.resolve("deploy").resolve("a.sql"),
        EntryName.resolve(FOLDER, "package/deploy/a.sql"));
    assertEquals(FOLDER.resolve("a"), EntryName.resolve(FOLDER, "elsewhere/a/"));
    assertEquals(FOLDER, EntryName.resolve(FOLDER, "package/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "top-level",
        "../x",
        "package/../x",
        "package/a/../../../x",
        "package/./x",
        "package//x",
        "package/..",
        "..",
        "C:/x",
        "package/C:x",
        "package/a\\..\\..\\x",
        "package/a\u0000b",
        "package/a\nb",
      })
  void refusesWhatCouldLeadOutside(String name) {
    assertThrows(UnsafeTarballException.class, () -> EntryName.resolve(FOLDER, name));
  }

  @Test
  void showsAnUnsafeNameShortAndPlain() {
    String message =
        assertThrows(
                UnsafeTarballException.class,
                () -> EntryName.resolve(FOLDER, "package/\u001b[31m" + "x".repeat(500)))
            .getMessage();

    assertFalse(message.contains("\u001b"), message);
    assertTrue(message.length() < 200, message);
  }

  @Property
  void whateverTheNameItStaysBelowTheFolderOrIsRefused(@ForAll("names") String name) {
    try {
      Path target = EntryName.resolve(FOLDER, name);
      assertTrue(target.normalize().startsWith(FOLDER), name);
      assertEquals(target.normalize(), target, name);
    } catch (UnsafeTarballException e) {
      assertTrue(e.getMessage().startsWith("holds "), e.getMessage());
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
            Arbitraries.of(List.of("..", ".", "/", "\\", ":", "package", "\u0000", " ", "C:", "~")),
            Arbitraries.strings().ofMaxLength(4))
        .list()
        .ofMaxSize(10)
        .map(parts -> String.join("", parts));
  }
}
