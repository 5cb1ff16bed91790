package dev.pgstow.wizard;

import java.util.List;

/** One of a few words in a form, changed by the arrows or the space bar. */
final class ChoiceRow implements FormRow {
  private final String label;
  private final List<String> options;
  private int chosen;

  ChoiceRow(String label, List<String> options, int chosen) {
    this.label = label;
    this.options = options;
    this.chosen = chosen;
  }

  String chosen() {
    return options.get(chosen);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String note() {
    return "";
  }

  @Override
  public void draw(Canvas canvas, int column, int row, int width, boolean here) {
    canvas.put(
        column, row, here ? "< " + chosen() + " >" : chosen(), here ? Role.TITLE : Role.TEXT);
  }

  @Override
  public void type(String text) {
    if (text.equals(" ")) {
      change(1);
    }
  }

  @Override
  public boolean on(Action action) {
    switch (action) {
      case LEFT -> change(-1);
      case RIGHT -> change(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void change(int by) {
    chosen = Math.floorMod(chosen + by, options.size());
  }

  @Override
  public String sideways() {
    return label;
  }
}
