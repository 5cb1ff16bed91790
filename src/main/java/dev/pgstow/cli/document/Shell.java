package dev.pgstow.cli.document;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The shells there is completion for. */
public enum Shell {
  BASH(BashTable::of),
  ZSH(ZshTable::of),
  FISH(FishTable::of);

  private final Function<CommandPage, String> table;

  Shell(Function<CommandPage, String> table) {
    this.table = table;
  }

  /** What the shell is called. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The shell that is called so. */
  public static Optional<Shell> ofWord(String word) {
    return Stream.of(values()).filter(shell -> shell.word().equals(word)).findFirst();
  }

  /** The script that teaches this shell to complete the program's command line. */
  public String script(CommandPage program) {
    return Packaged.text("completion." + word()).replace("@TABLE@\n", table.apply(program));
  }
}
