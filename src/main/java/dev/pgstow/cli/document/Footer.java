package dev.pgstow.cli.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands below a command's options: examples, each a line that is indented once, above what it
 * is for, indented twice; and paragraphs.
 */
record Footer(List<Example> examples, List<String> notes) {
  private static final String HEADING = "Examples:";
  private static final String COMMAND = "  ";
  private static final String COMMENT = "      ";

  static Footer of(List<String> lines) {
    List<Example> examples = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    boolean among = false;
    for (String line : lines) {
      if (line.equals(HEADING)) {
        among = true;
      } else if (among && line.startsWith(COMMENT)) {
        Example last = examples.remove(examples.size() - 1);
        String comment = (last.comment() + " " + line.strip()).strip();
        examples.add(new Example(last.command(), comment));
      } else if (among && line.startsWith(COMMAND)) {
        examples.add(new Example(line.strip(), ""));
      } else {
        among = false;
        if (!line.isBlank()) {
          notes.add(line.strip());
        }
      }
    }
    return new Footer(examples, notes);
  }
}
