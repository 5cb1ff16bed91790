package dev.pgstow.wizard.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Collects what is drawn and hands each frame over in one write, as a synchronized update (private
 * mode 2026, ignored where unknown) so that no terminal shows half a frame. Once shut, drops
 * everything: a late frame must not be drawn over the shell's prompt.
 */
final class FrameOutput extends OutputStream {
  private static final byte[] BEGIN = "\u001b[?2026h".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\u001b[?2026l".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream(16_384);
  private boolean shut;

  FrameOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public synchronized void write(int b) {
    frame.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    frame.write(bytes, offset, length);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (!shut && frame.size() > 0) {
      out.write(BEGIN);
      frame.writeTo(out);
      out.write(END);
      out.flush();
    }
    frame.reset();
  }

  /** Writes something past the frame, also when shut. */
  synchronized void writeNow(String sequence) throws IOException {
    out.write(sequence.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Drops this frame and all later ones until {@link #open()}. */
  synchronized void shut() {
    shut = true;
    frame.reset();
  }

  /** Lets frames through again. */
  synchronized void open() {
    shut = false;
  }
}
