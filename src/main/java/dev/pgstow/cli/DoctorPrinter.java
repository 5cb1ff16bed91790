package dev.pgstow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pgstow.display.Redactor;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.doctor.Finding;
import dev.pgstow.progress.ProgressText;
import java.io.PrintStream;
import java.util.List;

/** Shows findings, to a person or as a JSON line. */
final class DoctorPrinter {
  private static final String INDENT = " ".repeat(24);

  private final PrintStream out;
  private final boolean json;
  private final boolean quiet;
  private final Redactor redactor = Redactor.patterns();

  /** Findings that are fine are left out if {@code quiet}. */
  DoctorPrinter(PrintStream out, boolean json, boolean quiet) {
    this.out = out;
    this.json = json;
    this.quiet = quiet;
  }

  void print(List<Finding> findings) {
    if (json) {
      printJson(findings);
      return;
    }
    for (Finding finding : findings) {
      if (!quiet || finding.severity() != Finding.Severity.OK) {
        out.printf(
            "%-13s  %-7s  %s%n",
            finding.topic(), finding.severity().label(), shown(finding.message()));
        if (!finding.hint().isEmpty()) {
          out.println(INDENT + "→ " + shown(finding.hint()));
        }
      }
    }
    long problems = count(findings, Finding.Severity.PROBLEM);
    long warnings = count(findings, Finding.Severity.WARNING);
    out.println(
        problems + warnings == 0
            ? "All is well."
            : ProgressText.count(problems, "problem")
                + ", "
                + ProgressText.count(warnings, "warning")
                + ".");
  }

  static long count(List<Finding> findings, Finding.Severity severity) {
    return findings.stream().filter(it -> it.severity() == severity).count();
  }

  private String shown(String text) {
    return Sanitizer.visible(redactor.redact(text).replaceAll("\\s*\\R\\s*", " "));
  }

  private void printJson(List<Finding> findings) {
    ObjectNode line = JsonNodeFactory.instance.objectNode().put("event", "result");
    line.putArray("findings");
    for (Finding finding : findings) {
      ObjectNode one = line.withArray("findings").addObject();
      one.put("topic", finding.topic()).put("ident", finding.ident());
      one.put("severity", finding.severity().label());
      one.put("message", redactor.redact(finding.message()));
      one.put("hint", redactor.redact(finding.hint()));
    }
    line.put("problems", count(findings, Finding.Severity.PROBLEM));
    line.put("warnings", count(findings, Finding.Severity.WARNING));
    out.println(JsonLine.of(line));
  }
}
