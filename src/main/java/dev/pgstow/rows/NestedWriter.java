package dev.pgstow.rows;

import java.util.Arrays;
import java.util.List;

/**
 * Arrays and composites, nested in any way, from PostgreSQL's text ({@code array_out}, {@code
 * record_out}): arrays as arrays, composites as objects. The text says all the values hold; the
 * binary format would not do for elements of types that have none.
 */
final class NestedWriter implements ValueWriter {
  /** A scratch buffer larger than this is not kept for the next value. */
  private static final int KEPT = 1 << 20;

  private final Shape shape;
  private final ValueOptions options;
  private final InexactCount inexact;
  private final JsonSink trial = JsonSink.discarding();
  private byte[][] scratch = new byte[4][];
  private boolean odd;

  NestedWriter(Shape shape, ValueOptions options, InexactCount inexact) {
    this.shape = shape;
    this.options = options;
    this.inexact = inexact;
  }

  @Override
  public void write(byte[] row, int at, int length, JsonSink out) {
    int end = at + length;
    odd = false;
    if (options.exact()) {
      value(shape, row, at, end, 0, trial);
      if (odd) {
        inexact.add();
        // PostgreSQL reads a string for such a column as the text of the value.
        out.quoted(row, at, end);
        return;
      }
    }
    value(shape, row, at, end, 0, out);
    if (odd) {
      inexact.add();
    }
  }

  private void value(Shape of, byte[] text, int start, int end, int depth, JsonSink out) {
    if (of instanceof Shape.Leaf leaf) {
      odd |= leaf.kind() == LeafKind.JSON && JsonText.isNull(text, start, end);
      leaf.kind().write(text, start, end, options, out);
    } else if (of instanceof Shape.Array array) {
      array(array, text, start, end, depth, out);
    } else if (of instanceof Shape.Composite composite) {
      composite(composite.fields(), text, start, end, depth, out);
    }
  }

  private void array(Shape.Array of, byte[] text, int start, int end, int depth, JsonSink out) {
    boolean ofJson = of.element() instanceof Shape.Leaf leaf && leaf.kind() == LeafKind.JSON;
    int i = start;
    if (text[i] == '[') {
      odd = true;
      while (text[i] != '{') {
        i++;
      }
    }
    while (i < end) {
      byte b = text[i];
      if (b == '{' || b == '}' || b == of.delimiter()) {
        out.put(b == '{' ? '[' : b == '}' ? ']' : ',');
        i++;
      } else if (b == '"') {
        // A JSON array in an array would read back as a dimension of it.
        odd |= ofJson && text[i + 1] == '[';
        i = quoted(of.element(), text, i + 1, depth, out);
      } else {
        odd |= ofJson && text[i] == '[';
        int stop = i;
        while (text[stop] != of.delimiter() && text[stop] != '}') {
          stop++;
        }
        if (isNull(text, i, stop)) {
          out.putNull();
        } else {
          value(of.element(), text, i, stop, depth + 1, out);
        }
        i = stop;
      }
    }
  }

  private static boolean isNull(byte[] text, int start, int end) {
    return end - start == 4
        && text[start] == 'N'
        && text[start + 1] == 'U'
        && text[start + 2] == 'L'
        && text[start + 3] == 'L';
  }

  private void composite(
      List<Shape.Field> fields, byte[] text, int start, int end, int depth, JsonSink out) {
    int i = start + 1;
    for (Shape.Field field : fields) {
      out.put(field.key());
      byte b = text[i];
      if (b == ',' || b == ')') {
        out.putNull();
      } else if (b == '"') {
        i = quoted(field.shape(), text, i + 1, depth, out);
      } else {
        int stop = i;
        while (text[stop] != ',' && text[stop] != ')') {
          stop++;
        }
        value(field.shape(), text, i, stop, depth + 1, out);
        i = stop;
      }
      i++;
    }
    if (fields.isEmpty()) {
      out.put('{');
    }
    out.put('}');
  }

  /** Writes what stands in quotes from {@code start} on; returns the index behind them. */
  private int quoted(Shape of, byte[] text, int start, int depth, JsonSink out) {
    int escapes = 0;
    int i = start;
    while (true) {
      if (text[i] == '\\') {
        escapes++;
        i += 2;
      } else if (text[i] != '"') {
        i++;
      } else if (i + 1 < text.length && text[i + 1] == '"') {
        // record_out doubles quotes; array_out never has two of them in a row here.
        escapes++;
        i += 2;
      } else {
        break;
      }
    }
    if (escapes == 0) {
      value(of, text, start, i, depth + 1, out);
    } else {
      byte[] plain = scratch(depth, i - start - escapes);
      int length = 0;
      for (int from = start; from < i; from++) {
        if (text[from] == '\\' || text[from] == '"') {
          from++;
        }
        plain[length++] = text[from];
      }
      value(of, plain, 0, length, depth + 1, out);
      if (plain.length > KEPT) {
        scratch[depth] = new byte[0];
      }
    }
    return i + 1;
  }

  private byte[] scratch(int depth, int length) {
    if (depth >= scratch.length) {
      scratch = Arrays.copyOf(scratch, depth * 2);
    }
    byte[] there = scratch[depth];
    if (there == null || there.length < length) {
      there = new byte[Math.max(256, length)];
      scratch[depth] = there;
    }
    return there;
  }
}
