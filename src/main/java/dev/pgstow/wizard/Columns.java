package dev.pgstow.wizard;

import dev.pgstow.display.DisplayWidth;
import dev.pgstow.display.Sanitizer;
import dev.pgstow.prompt.Choice;
import java.util.Arrays;
import java.util.List;

/** Natural widths of a list's label and details, measured once. */
record Columns(int label, List<Integer> details) {

  static Columns of(List<Choice> choices) {
    int label = 0;
    int[] details = new int[choices.stream().mapToInt(c -> c.details().size()).max().orElse(0)];
    for (Choice choice : choices) {
      label = Math.max(label, width(choice.label()));
      for (int i = 0; i < choice.details().size(); i++) {
        details[i] = Math.max(details[i], width(choice.details().get(i)));
      }
    }
    return new Columns(label, Arrays.stream(details).boxed().toList());
  }

  /** Columns that the details from {@code first} on take, two before each. */
  int detailsFrom(int first) {
    return details.stream().skip(first).mapToInt(width -> width + 2).sum();
  }

  private static int width(String text) {
    return DisplayWidth.of(Sanitizer.visible(text));
  }
}
