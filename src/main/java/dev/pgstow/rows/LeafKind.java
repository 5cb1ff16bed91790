package dev.pgstow.rows;

/** What becomes of a value's text inside an array or a composite. */
enum LeafKind {
  BOOLEAN {
    @Override
    void write(byte[] text, int start, int end, ValueOptions options, JsonSink out) {
      out.put(Booleans.text(text[start] == 't'));
    }
  },
  /** int2, int4. */
  INTEGER {
    @Override
    void write(byte[] text, int start, int end, ValueOptions options, JsonSink out) {
      out.put(text, start, end);
    }
  },
  /** float4, float8. */
  FLOAT {
    @Override
    void write(byte[] text, int start, int end, ValueOptions options, JsonSink out) {
      byte last = text[end - 1];
      if (last >= '0' && last <= '9') {
        out.put(text, start, end);
      } else {
        out.quoted(text, start, end);
      }
    }
  },
  JSON {
    @Override
    void write(byte[] text, int start, int end, ValueOptions options, JsonSink out) {
      JsonText.embed(text, start, end, options.oneLine(), out);
    }
  },
  BYTEA {
    @Override
    void write(byte[] text, int start, int end, ValueOptions options, JsonSink out) {
      ByteaWriter.ofText(text, start, end, options.bytea(), out);
    }
  },
  TIMESTAMP {
    @Override
    void write(byte[] text, int start, int end, ValueOptions options, JsonSink out) {
      IsoText.timestamp(text, start, end, out);
    }
  },
  /** Everything else keeps its text. */
  TEXT {
    @Override
    void write(byte[] text, int start, int end, ValueOptions options, JsonSink out) {
      out.quoted(text, start, end);
    }
  };

  /** Writes the text between two indexes as JSON. */
  abstract void write(byte[] text, int start, int end, ValueOptions options, JsonSink out);
}
