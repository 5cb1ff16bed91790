package dev.pgstow.cli.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The manual pages of a program, section 1, in roff's man(7) macros. */
public final class ManPage {
  private final CommandPage program;
  private final String version;

  /**
   * The pages of a program.
   *
   * @param version its name and version, such as {@code pgstow 1.0}
   */
  public ManPage(CommandPage program, String version) {
    this.program = program;
    this.version = version;
  }

  /** The page of one of its commands; has no date, so that it is the same in every build. */
  public String of(CommandPage page) {
    Roff roff = new Roff();
    roff.request(
        "TH",
        Roff.escaped(page.pageName().toUpperCase(Locale.ROOT)),
        "1",
        "",
        Roff.escaped(version),
        "");
    roff.request("SH", "NAME");
    roff.line(Roff.escaped(page.pageName()) + " \\- " + Roff.escaped(page.summary()));
    roff.request("SH", "SYNOPSIS").line(synopsis(page));
    roff.request("SH", "DESCRIPTION");
    page.description().forEach(sentence -> roff.line(Roff.escaped(sentence)));
    if (!page.commands().isEmpty()) {
      roff.request("SH", "COMMANDS");
      page.commands().forEach(it -> roff.term(Roff.bold(it.name()), Roff.escaped(it.summary())));
    }
    if (!page.operands().isEmpty()) {
      roff.request("SH", "OPERANDS");
      page.operands()
          .forEach(it -> roff.term(Roff.italic(it.label()), Roff.escaped(it.description())));
    }
    roff.request("SH", "OPTIONS");
    page.options().forEach(it -> roff.term(option(it), Roff.escaped(it.description())));
    if (!page.examples().isEmpty()) {
      roff.request("SH", "EXAMPLES");
      page.examples().forEach(it -> roff.term(Roff.bold(it.command()), Roff.escaped(it.comment())));
    }
    if (!page.notes().isEmpty()) {
      roff.request("SH", "NOTES");
      page.notes().forEach(note -> roff.request("PP").line(Roff.escaped(note)));
    }
    if (page.equals(program)) {
      roff.line(Packaged.text("general.roff").stripTrailing());
    }
    roff.request("SH", "SEE ALSO").line(seeAlso(page));
    return roff.toString();
  }

  private static String synopsis(CommandPage page) {
    List<String> words = new ArrayList<>();
    words.add(Roff.bold(String.join(" ", page.path())));
    words.add("[" + Roff.italic("OPTION") + "]...");
    for (Argument operand : page.operands()) {
      String label = Roff.italic(operand.label()) + (operand.repeatable() ? "..." : "");
      words.add(operand.required() ? label : "[" + label + "]");
    }
    if (!page.commands().isEmpty()) {
      words.add("[" + Roff.italic("COMMAND") + "]");
    }
    return String.join(" ", words);
  }

  private static String option(Argument option) {
    String names = option.names().stream().map(Roff::bold).collect(Collectors.joining(", "));
    return option.takesValue() ? names + " " + Roff.italic(option.label()) : names;
  }

  private String seeAlso(CommandPage page) {
    return program
        .all()
        .filter(it -> !it.equals(page) && isNear(it, page))
        .map(it -> "\\fB" + Roff.escaped(it.pageName()) + "\\fR(1)")
        .collect(Collectors.joining(",\n"));
  }

  /** Above or below one another. */
  private static boolean isNear(CommandPage a, CommandPage b) {
    int shorter = Math.min(a.path().size(), b.path().size());
    return a.path().subList(0, shorter).equals(b.path().subList(0, shorter));
  }
}
