package dev.pgstow.cli;

import dev.pgstow.display.Sanitizer;
import dev.pgstow.progress.ProgressText;
import dev.pgstow.workspace.FileChange;
import dev.pgstow.workspace.ModulePreview;
import dev.pgstow.workspace.Preview;
import java.io.PrintStream;

/** What a swap would change, as lines. */
final class PreviewPrinter {
  private static final int FILES = 50;

  private final PrintStream out;

  PreviewPrinter(PrintStream out) {
    this.out = out;
  }

  void print(Preview preview) {
    preview.modules().forEach(this::print);
  }

  private void print(ModulePreview module) {
    out.println(
        Sanitizer.visible(module.target().directory().toString())
            + (module.exists() ? " exists." : " is new.")
            + (module.originUnknown() ? " Origin unknown: pgstow did not make it." : ""));
    out.printf(
        "  %s changed   %s new   %s removed   %s the same%n",
        ProgressText.count(module.changed()),
        ProgressText.count(module.added()),
        ProgressText.count(module.removed()),
        ProgressText.count(module.same()));
    if (module.handEdited() > 0) {
      out.println(
          "! "
              + ProgressText.count(module.handEdited(), "file")
              + " edited by hand since the last export would be lost");
    }
    if (!module.keptTags().isEmpty()) {
      out.println("  tags kept: " + Sanitizer.visible(String.join(", ", module.keptTags())));
    }
    if (!module.droppedTags().isEmpty()) {
      out.println(
          "! tags dropped, their change is gone: "
              + Sanitizer.visible(String.join(", ", module.droppedTags())));
    }
    if (module.exists()) {
      module.files().stream().limit(FILES).forEach(this::print);
      if (module.files().size() > FILES) {
        out.println("    … and more");
      }
    }
  }

  private void print(FileChange file) {
    String mark =
        switch (file.kind()) {
          case NEW -> "+";
          case CHANGED -> "~";
          case REMOVED -> "-";
        };
    out.println(
        "  " + (file.handEdited() ? "!" : " ") + mark + " " + Sanitizer.visible(file.path()));
  }
}
