package dev.pgstow.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;

class ValueWriterTest {
  private static final ValueOptions PLAIN = new ValueOptions(false, false, ByteaText.HEX);
  private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\1', '\u007f')
        .withCharRange('\u0080', '\ud7ff')
        .withChars("\"\\\n{},() NUL")
        .ofMaxLength(40);
  }

  @Property(tries = 500)
  void textsComeBackWhereverTheBufferEnds(
      @ForAll("texts") String text, @ForAll @IntRange(max = 60) int room) throws IOException {
    ValueWriter writer = (row, at, length, out) -> out.quoted(row, at, at + length);
    String json = Sinks.json(writer, utf8(text), JsonSink.SIZE - room);
    assertEquals(text, new JsonMapper().readTree(json).textValue());
  }

  @Property
  void decimalsAreThoseOfLong(@ForAll long value, @ForAll int small) {
    for (long it : List.of(value, (long) small, value % 1000, Long.MIN_VALUE, Long.MAX_VALUE)) {
      assertEquals("\"" + it + "\"", Sinks.json((r, a, l, out) -> out.quotedDecimal(it), utf8("")));
    }
  }

  @Property
  void doublesReadBackAndAreShort(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    String json = Sinks.json(ShortestDecimal::float8, ByteBuffer.allocate(8).putLong(bits).array());
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      assertTrue(json.startsWith("\""), json);
    } else {
      assertEquals(
          Double.doubleToLongBits(value), Double.doubleToLongBits(Double.parseDouble(json)), json);
      assertTrue(digits(json) <= digits(Double.toString(value)), json);
    }
  }

  @Property
  void floatsReadBackAndAreShort(@ForAll int bits) {
    float value = Float.intBitsToFloat(bits);
    if (Float.isFinite(value)) {
      String json =
          Sinks.json(ShortestDecimal::float4, ByteBuffer.allocate(4).putInt(bits).array());
      assertEquals(Float.floatToIntBits(value), Float.floatToIntBits(Float.parseFloat(json)), json);
      assertTrue(digits(json) <= digits(Float.toString(value)), json);
    }
  }

  private static int digits(String number) {
    BigDecimal value = new BigDecimal(number);
    return value.signum() == 0 ? 1 : value.stripTrailingZeros().precision();
  }

  @Property
  void numericsKeepEveryDigit(@ForAll @Scale(9) BigDecimal value, @ForAll BigInteger whole) {
    for (BigDecimal it :
        List.of(value, new BigDecimal(whole), new BigDecimal(whole, 17), value.movePointLeft(9))) {
      assertEquals("\"" + it.toPlainString() + "\"", Sinks.json(new NumericWriter(), numeric(it)));
    }
  }

  /** As {@code numeric_send} would. */
  private static byte[] numeric(BigDecimal value) {
    int scale = Math.max(0, value.scale());
    int groupsBehind = (scale + 3) / 4;
    BigInteger rest = value.abs().setScale(groupsBehind * 4).unscaledValue();
    List<Integer> digits = new ArrayList<>();
    while (rest.signum() > 0) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(10_000));
      digits.add(parts[1].intValue());
      rest = parts[0];
    }
    int weight = digits.size() - groupsBehind - 1;
    Collections.reverse(digits);
    while (!digits.isEmpty() && digits.get(digits.size() - 1) == 0) {
      digits.remove(digits.size() - 1);
    }
    ByteBuffer bytes = ByteBuffer.allocate(8 + 2 * digits.size());
    bytes.putShort((short) digits.size()).putShort((short) (digits.isEmpty() ? 0 : weight));
    bytes.putShort((short) (value.signum() < 0 ? 0x4000 : 0)).putShort((short) scale);
    digits.forEach(it -> bytes.putShort(it.shortValue()));
    return bytes.array();
  }

  @Property
  void momentsAreThoseOfTheCalendar(
      @ForAll @LongRange(min = -63_000_000_000_000_000L, max = 250_000_000_000_000_000L)
          long micros) {
    LocalDateTime moment = EPOCH.plus(micros, ChronoUnit.MICROS);
    byte[] value = ByteBuffer.allocate(8).putLong(micros).array();
    String json = Sinks.json(DateTimes::timestamptz, value);
    String text = json.substring(1, json.length() - 1);
    assertEquals(moment.toInstant(ZoneOffset.UTC), Instant.parse(text));
    assertEquals(json.replace("Z", ""), Sinks.json(DateTimes::timestamp, value));
    byte[] day =
        ByteBuffer.allocate(4)
            .putInt((int) ChronoUnit.DAYS.between(EPOCH, moment.toLocalDate().atStartOfDay()))
            .array();
    assertEquals("\"" + moment.toLocalDate() + "\"", Sinks.json(DateTimes::date, day));
  }

  @Provide
  Arbitrary<List<@Nullable String>> rows() {
    return texts().injectNull(0.2).list().ofMaxSize(5);
  }

  @Property(tries = 500)
  void arraysOfCompositesOfArraysComeBack(
      @ForAll("rows") List<@Nullable String> first, @ForAll("rows") List<@Nullable String> second)
      throws IOException {
    Shape leaf = new Shape.Leaf(LeafKind.TEXT);
    Shape words = new Shape.Array(leaf, (byte) ',');
    Shape pair =
        new Shape.Composite(
            List.of(
                new Shape.Field(JsonKeys.key("{", "a"), words),
                new Shape.Field(JsonKeys.key(",", "b"), words)));
    NestedWriter writer =
        new NestedWriter(new Shape.Array(pair, (byte) ','), PLAIN, new InexactCount());
    String text =
        array(List.of(composite(array(first), array(second)), composite(array(second), null)));
    JsonNode json = new JsonMapper().readTree(Sinks.json(writer, utf8(text)));
    assertEquals(list(first), json.path(0).path("a"), text);
    assertEquals(list(second), json.path(0).path("b"), text);
    assertEquals(list(second), json.path(1).path("a"), text);
    assertTrue(json.path(1).path("b").isNull());
    assertEquals(2, json.size());
  }

  private static ArrayNode list(List<@Nullable String> values) {
    ArrayNode array = new JsonMapper().createArrayNode();
    values.forEach(array::add);
    return array;
  }

  /** As {@code array_out} would, with quotes where they do no harm too. */
  private static String array(List<@Nullable String> elements) {
    List<String> out = new ArrayList<>();
    for (String it : elements) {
      out.add(it == null ? "NULL" : '"' + it.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    return "{" + String.join(",", out) + "}";
  }

  private static String composite(@Nullable String... fields) {
    List<String> out = new ArrayList<>();
    for (String it : fields) {
      out.add(it == null ? "" : '"' + it.replace("\\", "\\\\").replace("\"", "\"\"") + '"');
    }
    return "(" + String.join(",", out) + ")";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
