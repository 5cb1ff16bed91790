package dev.pgstow.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.googlecode.lanterna.input.KeyType;
import dev.pgstow.wizard.terminal.ColorDepth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftViewTest {
  private static final List<DriftFinding> FINDINGS =
      List.of(
          new DriftFinding(
              DriftFinding.Kind.UNDECLARED,
              "table public.hotfix",
              "+CREATE TABLE public.hotfix ();"),
          new DriftFinding(DriftFinding.Kind.MISSING, "view app.v", "Not live."),
          new DriftFinding(
              DriftFinding.Kind.CHANGED,
              "table app.users",
              "@@ -1,2 +1,2 @@\n-    id integer\n+    id bigint"));

  private static Session<Boolean> session(List<DriftFinding> findings) {
    return new Session<>(
        80, 24, ColorDepth.NONE, wizard -> wizard.browse("shop and ./schema", findings));
  }

  @Test
  void eachDifferenceIsListedAndOpensItsDiff() throws Exception {
    try (Session<Boolean> session = session(FINDINGS)) {
      session.await("~ table app.users");
      String text = session.text();
      assertTrue(text.contains("shop and ./schema"), text);
      assertTrue(text.contains("1 undeclared  1 missing  1 changed"), text);
      assertTrue(text.contains("+ table public.hotfix"), text);
      assertTrue(text.contains("Pull 1 object into the source?"), text);
      session.press(KeyType.ArrowDown, KeyType.ArrowDown, KeyType.Enter);
      session.await("+    id bigint");
      session.press(KeyType.Enter);
      session.await("~ table app.users");
      session.press(KeyType.Escape);
      assertEquals(false, session.result());
    }
  }

  @Test
  void pullingIsAButtonAway() throws Exception {
    try (Session<Boolean> session = session(FINDINGS)) {
      session.await("[ Done ]");
      session.press(KeyType.ArrowRight, KeyType.Enter);
      assertEquals(true, session.result());
    }
  }

  @Test
  void withoutUndeclaredObjectsThereIsNothingToPull() throws Exception {
    try (Session<Boolean> session = session(FINDINGS.subList(1, 3))) {
      session.await("Nothing to pull.");
      session.press(KeyType.Tab, KeyType.Enter);
      assertEquals(false, session.result());
    }
  }
}
