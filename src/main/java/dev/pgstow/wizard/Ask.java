package dev.pgstow.wizard;

import dev.pgstow.workspace.Preview;
import java.util.List;

/** What is asked before something is put in place. */
public sealed interface Ask {

  /**
   * A yes or no.
   *
   * @param question in one line
   * @param lines what to know first; wrapped to the window
   * @param suggestion what Enter means
   */
  record YesNo(String question, List<String> lines, boolean suggestion) implements Ask {
    /** Copies the list. */
    public YesNo {
      lines = List.copyOf(lines);
    }
  }

  /** Whether modules that exist may change as shown; No is suggested if hand edits would go. */
  record Overwrite(Preview preview) implements Ask {}

  /**
   * Whether to pull what is undeclared, after looking through all that differs.
   *
   * @param title both sides, for people
   */
  record Pull(String title, List<DriftFinding> findings) implements Ask {
    /** Copies the list. */
    public Pull {
      findings = List.copyOf(findings);
    }
  }
}
