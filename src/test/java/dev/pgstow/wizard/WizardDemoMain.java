package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.terminal.ColorDepth;
import dev.pgstow.wizard.terminal.JLineTerminal;

/** The wizard over a made-up server, to be looked at in a real terminal. */
public final class WizardDemoMain {
  private WizardDemoMain() {}

  /** Arguments: {@code slow}, {@code existing}, {@code edited}, {@code refuse}, {@code hostile}. */
  public static void main(String[] args) {
    java.util.List<String> words = java.util.List.of(args);
    FakeScript script = new FakeScript();
    script.tableMillis = words.contains("slow") ? 600 : 40;
    script.refuse = words.contains("refuse") ? 1 : 0;
    if (words.contains("existing") || words.contains("edited")) {
      script.preview = FakePreview.existing(words.contains("edited"));
    }
    if (words.contains("hostile")) {
      script.databases = Hostile.choices();
      script.schemas = Hostile.choices();
    }
    JLineTerminal terminal = JLineTerminal.open(System.getenv()).orElseThrow();
    Theme theme = Theme.of(ColorDepth.of(System.getenv()), terminal.isUnicode());
    int code = 0;
    try (Wizard wizard = Wizard.open(terminal, theme)) {
      if (words.contains("crash")) {
        throw new IllegalStateException("on purpose");
      }
      if (words.contains("screen-crash")) {
        wizard
            .ui()
            .post(
                () -> {
                  throw new IllegalStateException("on purpose");
                });
      }
      wizard.run(script);
    } catch (Failure failure) {
      System.out.println(failure.getMessage());
      code = failure.exitCode().code();
    }
    System.out.println("staged closed: " + script.closed.get());
    System.exit(code);
  }
}
