package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.failure.Failure;
import dev.pgstow.workspace.FileChange;
import dev.pgstow.workspace.ModulePreview;
import dev.pgstow.workspace.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What would change on disk, and whether to go ahead. No is suggested if hand edits would go. */
final class OverwriteView extends View<OverwriteView.Verdict> {

  /** What the person says. */
  enum Verdict {
    NO,
    YES,
    BACK
  }

  private record Entry(ModulePreview module, FileChange file) {}

  private final Ui ui;
  private final Work work;
  private final Preview preview;
  private final List<Entry> entries = new ArrayList<>();
  private final Buttons buttons;
  private final String question;
  private boolean inList;
  private int cursor;
  private int top;
  private int listTop;
  private int height = 1;
  private int buttonColumn;
  private int buttonRow;

  private OverwriteView(Ui ui, Work work, Preview preview, String question, Buttons buttons) {
    this.ui = ui;
    this.work = work;
    this.preview = preview;
    this.question = question;
    this.buttons = buttons;
    for (ModulePreview module : preview.modules()) {
      module.files().forEach(file -> entries.add(new Entry(module, file)));
    }
  }

  /** Asks whether to overwrite. */
  static OverwriteView question(Ui ui, Work work, Preview preview) {
    String question =
        "Overwrite "
            + preview.modules().stream()
                .filter(ModulePreview::exists)
                .map(module -> module.target().name())
                .collect(Collectors.joining(" and "))
            + "?";
    Buttons buttons = new Buttons(List.of("No", "Yes"), preview.handEdited() > 0 ? 0 : 1);
    return new OverwriteView(ui, work, preview, question, buttons);
  }

  /** Only shows; never gives {@link Verdict#YES}. */
  static OverwriteView dryRun(Ui ui, Work work, Preview preview) {
    Buttons done = new Buttons(List.of("Done"), 0);
    return new OverwriteView(ui, work, preview, "A dry run: nothing is written.", done);
  }

  @Override
  void draw(Canvas canvas) {
    int row = 0;
    for (ModulePreview module : preview.modules()) {
      row = drawModule(canvas, module, row);
    }
    if (preview.handEdited() > 0) {
      canvas.put(
          1,
          row++,
          "! "
              + Numbers.of(preview.handEdited(), "hand-edited file", "hand-edited files")
              + " would be lost",
          Role.WARNING);
    }
    listTop = row + 1;
    height = Math.max(1, canvas.height() - listTop - 3);
    top = Math.max(Math.min(top, cursor), cursor - height + 1);
    top = Math.max(0, Math.min(top, entries.size() - height));
    for (int i = 0; i < height && top + i < entries.size(); i++) {
      drawEntry(canvas.part(0, listTop + i, canvas.width(), 1), top + i);
    }
    if (entries.size() > height) {
      canvas.putRight(
          listTop + height,
          Numbers.of(top + 1L)
              + "-"
              + Numbers.of(Math.min(entries.size(), top + height))
              + " of "
              + Numbers.of(entries.size()),
          Role.DIM,
          1);
    }
    buttonRow = canvas.height() - 1;
    buttonColumn = canvas.width() - buttons.width() - 1;
    canvas.part(0, buttonRow, buttonColumn - 1, 1).put(1, 0, question, Role.TITLE);
    buttons.draw(canvas, buttonColumn, buttonRow, !inList);
  }

  private static int drawModule(Canvas canvas, ModulePreview module, int row) {
    int column = canvas.put(1, row, module.target().name(), Role.TITLE) + 2;
    if (!module.exists()) {
      canvas.put(column, row, "new: " + Numbers.of(module.added(), "file", "files"), Role.ADDED);
      return row + 1;
    }
    column = canvas.put(column, row, Numbers.of(module.changed()) + " changed", Role.CHANGED) + 2;
    column = canvas.put(column, row, Numbers.of(module.added()) + " new", Role.ADDED) + 2;
    column = canvas.put(column, row, Numbers.of(module.removed()) + " removed", Role.REMOVED) + 2;
    canvas.put(column, row, Numbers.of(module.same()) + " the same", Role.DIM);
    int next = row + 1;
    if (module.originUnknown()) {
      canvas.put(3, next++, "! origin unknown: pgstow did not make this module", Role.WARNING);
    }
    if (!module.keptTags().isEmpty()) {
      canvas.put(3, next++, "tags kept: " + String.join(", ", module.keptTags()), Role.DIM);
    }
    if (!module.droppedTags().isEmpty()) {
      canvas.put(
          3,
          next++,
          "! tags dropped, their change is gone: " + String.join(", ", module.droppedTags()),
          Role.WARNING);
    }
    return next;
  }

  private void drawEntry(Canvas row, int index) {
    Entry entry = entries.get(index);
    boolean here = inList && index == cursor;
    if (here) {
      row.fill(0, " ", Role.SELECTED);
      row.put(1, 0, row.glyphs().cursor(), Role.SELECTED);
    }
    Role role = here ? Role.SELECTED : role(entry.file());
    row.put(3, 0, mark(entry.file()), role);
    String path = Sanitizer.visible(path(entry));
    row.put(5, 0, DisplayWidth.cutMiddle(path, row.width() - 6), here ? role : Role.TEXT);
  }

  private String path(Entry entry) {
    return entry.module().target().name() + "/" + entry.file().path();
  }

  private static String mark(FileChange file) {
    if (file.handEdited()) {
      return "!";
    }
    return switch (file.kind()) {
      case NEW -> "+";
      case CHANGED -> "~";
      case REMOVED -> "-";
    };
  }

  private static Role role(FileChange file) {
    if (file.handEdited()) {
      return Role.WARNING;
    }
    return switch (file.kind()) {
      case NEW -> Role.ADDED;
      case CHANGED -> Role.CHANGED;
      case REMOVED -> Role.REMOVED;
    };
  }

  @Override
  List<Hint> hints() {
    List<Hint> hints = new ArrayList<>();
    if (!entries.isEmpty()) {
      hints.add(new Hint(Action.UP, "file"));
    }
    hints.add(new Hint(Action.ACCEPT, inList ? "diff" : "answer"));
    hints.add(new Hint(Action.NEXT_FIELD, inList ? "answer" : "files"));
    if (buttons.count() > 1) {
      hints.add(new Hint(Action.YES, "yes"));
      hints.add(new Hint(Action.NO, "no"));
      hints.add(Hint.quiet(Action.LEFT));
      hints.add(Hint.quiet(Action.RIGHT));
    }
    hints.add(new Hint(Action.BACK, "back"));
    hints.addAll(Pane.hints());
    return hints;
  }

  @Override
  void on(Action action) {
    switch (action) {
      case LEFT -> choose(-1);
      case RIGHT -> choose(1);
      case NEXT_FIELD -> inList = !inList && !entries.isEmpty();
      case YES -> finish(Verdict.YES);
      case NO -> finish(Verdict.NO);
      case BACK -> finish(Verdict.BACK);
      case ACCEPT -> accept();
      case UP -> move(-1);
      case DOWN -> move(1);
      case PAGE_UP -> move(-height);
      case PAGE_DOWN -> move(height);
      case FIRST -> move(-entries.size());
      case LAST -> move(entries.size());
      default -> {}
    }
  }

  private void choose(int by) {
    inList = false;
    buttons.move(by);
  }

  private void move(int by) {
    if (!entries.isEmpty()) {
      cursor = inList ? Math.max(0, Math.min(cursor + by, entries.size() - 1)) : cursor;
      inList = true;
    }
  }

  private void accept() {
    if (inList) {
      showDiff(entries.get(cursor));
    } else {
      finish(buttons.chosen() == 1 ? Verdict.YES : Verdict.NO);
    }
  }

  private void showDiff(Entry entry) {
    try {
      Reply<String> diff =
          work.run("Comparing " + path(entry), () -> entry.module().diff(entry.file()));
      if (diff instanceof Reply.Given<String> given) {
        String note = entry.file().handEdited() ? "edited by hand" : "";
        ui.show(new DiffView(path(entry), note, given.value()));
      }
    } catch (Failure failure) {
      if (Work.isFinal(failure)) {
        throw failure;
      }
      ui.show(NoticeView.failure("No difference to show", failure, List.of("Back")));
    }
  }

  @Override
  void click(int column, int row) {
    if (row == buttonRow && buttons.click(column - buttonColumn)) {
      inList = false;
      accept();
    } else if (row >= listTop && row < listTop + height && top + row - listTop < entries.size()) {
      boolean again = inList && cursor == top + row - listTop;
      inList = true;
      cursor = top + row - listTop;
      if (again) {
        accept();
      }
    }
  }

  @Override
  boolean isDeliberate() {
    return buttons.count() > 1;
  }
}
