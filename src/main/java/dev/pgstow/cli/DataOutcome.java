package dev.pgstow.cli;

import dev.pgstow.progress.ProgressText;
import dev.pgstow.rows.DataFormat;
import dev.pgstow.rows.DataResult;
import dev.pgstow.rows.ExportedTable;
import dev.pgstow.rows.FileForm;
import dev.pgstow.rows.TableName;
import dev.pgstow.wizard.Outcome;
import dev.pgstow.wizard.Outcome.Kind;
import dev.pgstow.wizard.Outcome.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * What the wizard shows of an export of data.
 *
 * @param chosen the tables, if not all
 */
record DataOutcome(DetourSite site, List<String> chosen, FileForm form) {

  Outcome of(DataResult result) {
    List<Line> lines = new ArrayList<>();
    String folder = site.shown(result.directory());
    lines.add(new Line(Kind.TEXT, "folder", result.directory().toString()));
    if (result.resumed() > 0) {
      String tables = ProgressText.count(result.resumed(), "table");
      lines.add(new Line(Kind.TEXT, "finished before", tables));
    }
    for (List<TableName> cycle : result.cycles()) {
      String names = DataDetour.names(cycle);
      lines.add(Line.of(Kind.NOTE, "Reference one another, load deferred: " + names));
    }
    lines.add(Line.of(Kind.TITLE, "Next"));
    lines.addAll(
        DetourSite.step(
            List.of("pgstow", "data", "verify", folder), "see that the files are as written"));
    lines.add(Line.of(Kind.TITLE, "The same again"));
    lines.add(Line.of(Kind.TEXT, "  " + ShellWords.join(command(folder))));
    lines.add(Line.of(Kind.TITLE, "Files"));
    for (ExportedTable table : result.tables()) {
      String amount =
          ProgressText.count(table.rows(), "row") + ", " + ProgressText.size(table.bytes());
      lines.add(new Line(Kind.TEXT, table.file(), amount));
    }
    String headline =
        "Exported "
            + ProgressText.count(result.tables().size(), "table")
            + ", "
            + ProgressText.count(result.rows(), "row")
            + " of "
            + site.database()
            + " to "
            + folder
            + " in "
            + ProgressText.time(result.elapsed());
    return new Outcome(true, headline, lines);
  }

  private List<String> command(String folder) {
    List<String> words = site.command("data");
    words.addAll(List.of("--output-dir", folder));
    if (form.format() != DataFormat.JSON) {
      words.addAll(List.of("--format", form.format().label()));
    }
    chosen.forEach(table -> words.addAll(List.of("--table", table)));
    words.add("--yes");
    return words;
  }
}
