package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.failure.Failure;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final String HEAD = "%syntax-version=1.0.0\n%project=crm\n%uri=crm\n\n";
  private static final String T = "2017-08-11T08:11:51Z";
  private static final String BY = " " + T + " Ann Lee <ann@x.org> # ";
  private static final String SAMPLE =
      HEAD
          + "# a comment\n"
          + "schemas/app/schema"
          + BY
          + "add create_schema\n"
          + "  t1   [ schemas/app/schema   pkg:x@v1 ]\t"
          + T
          + "  Ann Lee <ann@x.org>   #x # y\n"
          + "@v1 "
          + T
          + " Ann Lee <ann@x.org> # first\n"
          + "\n"
          + "t2\n"
          + "@v0 schemas/app/schema "
          + T
          + " Ann Lee <ann@x.org> # late\n";

  @Test
  void readsChangesAndTags() {
    Plan plan = Plan.parse(SAMPLE, "p");
    assertEquals("crm", plan.project());
    assertEquals(
        List.of("schemas/app/schema", "t1", "t2"),
        plan.changes().stream().map(Change::name).toList());
    assertEquals(
        new Change(
            "t1", List.of("schemas/app/schema", "pkg:x@v1"), T, "Ann Lee <ann@x.org>", "x # y"),
        plan.changes().get(1));
    assertEquals(new Tag("v1", "t1", T, "Ann Lee <ann@x.org>", "first"), plan.tags().get(0));
    assertEquals("schemas/app/schema", plan.tags().get(1).change());
    assertEquals(T, plan.changes().get(0).timestamp());
    assertEquals(
        new Change("t3", List.of(), "", "", "note"),
        Plan.parse(SAMPLE + "t3 #note\n", "p").change("t3").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void isWrittenBackByteForByte(String end) {
    String text = SAMPLE.replace("\n", end);
    assertEquals(text, Plan.parse(text, "p").text());
    assertEquals(Plan.parse(SAMPLE, "p").changes(), Plan.parse(text, "p").changes());
  }

  @Test
  void aByteOrderMarkIsKeptAndIgnored() {
    String text = "\uFEFF" + SAMPLE;
    assertEquals(text, Plan.parse(text, "p").text());
    assertEquals("crm", Plan.parse(text.replace("%syntax-version=1.0.0\n", ""), "p").project());
  }

  @Test
  void aTagGoesBelowItsChangeAndItsTags() {
    Tag tag = new Tag("v2", "t1", T, "Bo", "");
    String text = Plan.parse(SAMPLE, "p").withTag(tag).text();
    String line = "@v2 " + T + " Bo <Bo@5b0c196eeb62> # v2\n";
    assertEquals(SAMPLE.replace("# first\n", "# first\n" + line), text);
    assertEquals("t1", Plan.parse(text, "p").tag("v2").orElseThrow().change());
  }

  @Test
  void aTagAfterALineWithoutEndGetsOne() {
    String crlf = (HEAD + "t1").replace("\n", "\r\n");
    String text = Plan.parse(crlf, "p").withTag(new Tag("v1", "t1", T, "B <b>", "n")).text();
    assertEquals(crlf + "\r\n@v1 " + T + " B <b> # n\r\n", text);
  }

  @Test
  void aTagMayFollowTheFirstLine() {
    String text = "t1\n%project=crm\n";
    assertEquals(
        "t1\n@v1 " + T + " B <b> # n\n%project=crm\n",
        Plan.parse(text, "p").withTag(new Tag("v1", "t1", T, "B <b>", "n")).text());
  }

  @Test
  void tagsOfUnknownChangesAndTakenNamesAreRefused() {
    Plan plan = Plan.parse(SAMPLE, "p");
    assertFails("change-unknown", () -> plan.withTag(new Tag("v9", "no", T, "B", "")));
    assertFails("tag-exists", () -> plan.withTag(new Tag("v1", "t1", T, "B", "")));
    assertFails("tag-name-unsafe", () -> plan.withTag(new Tag("a b", "t1", T, "B", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan-bad-change|a:b",
        "plan-bad-change|../../etc/x",
        "plan-bad-dependencies|x [a",
        "plan-bad-dependencies|x [!a]",
        "plan-bad-dependencies|x [@]",
        "plan-bad-timestamp|x yesterday",
        "plan-bad-tag|@",
        "plan-bad-tag|@v1",
        "plan-bad-tag|@v/1",
      })
  void failuresNameFileAndLine(String ident, String line) {
    String message =
        assertFails(ident, () -> Plan.parse(HEAD + line + "\n", "x.plan")).getMessage();
    assertTrue(message.startsWith("x.plan, line 5: "), message);
  }

  @Test
  void duplicatesNameBothLines() {
    String message =
        assertFails("plan-duplicate-change", () -> Plan.parse(HEAD + "a\n\na\n", "p")).getMessage();
    assertTrue(message.contains("line 7") && message.contains("line 5"), message);
    assertFails("plan-duplicate-tag", () -> Plan.parse(HEAD + "a\n@v\n@v\n", "p"));
    assertFails("plan-bad-tag", () -> Plan.parse(HEAD + "a\n@v zzz\n", "p"));
    assertFails("plan-bad-tag", () -> Plan.parse(HEAD + "a\n@v/1\n", "p"));
    String named =
        assertFails("plan-bad-tag", () -> Plan.parse(HEAD + "a\n@v ../x\n", "p")).getMessage();
    assertTrue(named.contains("its change \"../x\""), named);
    assertFails("plan-no-project", () -> Plan.parse("a\n", "p"));
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD,t2",
    "ROOT,schemas/app/schema",
    "t1,t1",
    "@v1,t1",
    "t1@v1,t1",
    "schemas/app/schema@v1," + "schemas/app/schema",
    "HEAD^,t1",
    "HEAD^2,schemas/app/schema",
    "HEAD^^,schemas/app/schema",
    "ROOT~1,t1",
    "@v0~,t1",
    "crm:t1,t1"
  })
  void referencesFindTheirChange(String reference, String change) {
    Plan plan = Plan.parse(SAMPLE, "p");
    assertEquals(Optional.of(change), plan.find(Reference.parse(reference)).map(Change::name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD~1", "ROOT^1", "nope", "@nope", "t2@v1"})
  void referencesToNothingFindNothing(String reference) {
    assertEquals(Optional.empty(), Plan.parse(SAMPLE, "p").find(Reference.parse(reference)));
  }

  @Test
  void referencesAreTakenApart() {
    assertEquals(new Reference("pkg", "a/b", "v1", -3), Reference.parse("pkg:a/b@v1^3"));
    assertEquals(new Reference("pkg", "", "v1", 0), Reference.parse("pkg:@v1"));
    for (String bad : List.of("", "@", ":a", "a@", "1:a", "a b", "p:", "!a", "a@v/1")) {
      assertFails("reference-malformed", () -> Reference.parse(bad));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|names no change",
        "@|has an empty tag",
        "a@|has an empty tag",
        "~1|starts with punctuation",
        ":a|names no module",
        "a@v/1|has a slash",
      })
  void whatIsWrongWithAReferenceIsSaid(String reference, String problem) {
    String said = Reference.problem(reference).orElseThrow();
    assertTrue(said.contains(problem), said);
  }

  @Test
  void aChangeWithoutANoteGetsOne() {
    assertEquals(
        "a " + T + " B <b> # add a",
        PlanText.changeLine(new PlannedChange("a", List.of(), " "), "B <b>"));
    assertEquals(
        "a " + T + " B <b> # why",
        PlanText.changeLine(new PlannedChange("a", List.of(), "why"), "B <b>"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Lee <ann@x.org>|Ann Lee <ann@x.org>",
        "Ann|Ann <Ann@5b0c196eeb62>",
        "Ann <>|Ann <Ann@5b0c196eeb62>",
        "<ann@x.org>|ann@x.org <ann@x.org>",
        "''|pgstow <pgstow@5b0c196eeb62>",
        "A # B <a@b>|A B <a@b>",
        "A>B <<a@b>> c|A B <a@b c>"
      })
  void everyAuthorGivesAPlanner(String author, String planner) {
    assertEquals(planner, PlanText.planner(author));
  }

  @Property
  void everyAuthorAndNoteGiveALineThatParses(@ForAll String author, @ForAll String note) {
    String planner = PlanText.planner(author);
    String line = PlanText.changeLine(new PlannedChange("a", List.of(), note), planner);
    assertEquals(1, line.lines().count());
    Plan plan = Plan.parse(PlanText.header("m") + line + "\n", "p");
    assertEquals(planner, plan.changes().get(0).planner());
    assertTrue(!plan.changes().get(0).note().isEmpty());
    assertTrue(planner.matches("[^<>#]+ <[^<>#]+>"), planner);
  }

  @Property
  void whateverParsesIsWrittenBackByteForByte(@ForAll("plans") String text) {
    try {
      assertEquals(text, Plan.parse(text, "p").text());
    } catch (Failure e) {
      assertTrue(e.ident().startsWith("plan-"), e.ident());
    }
  }

  @Property
  void garbageOnlyEverFails(@ForAll String text, @ForAll String reference) {
    for (String plan : List.of(text, HEAD + text)) {
      try {
        assertEquals(plan, Plan.parse(plan, "p").text());
      } catch (Failure e) {
        assertTrue(e.ident().startsWith("plan-"), e.ident());
      }
    }
    try {
      Plan.parse(SAMPLE, "p").find(Reference.parse(reference));
    } catch (Failure e) {
      assertEquals("reference-malformed", e.ident());
    }
  }

  @Provide
  Arbitrary<String> plans() {
    Arbitrary<String> line =
        Arbitraries.of(
            "",
            " ",
            "# c",
            "%a=b",
            "%project = x ",
            "a",
            "b [a]",
            "c [ a  b ] " + T,
            "@v1",
            "@v2 a " + T + " N <n> # z",
            "d" + BY,
            "e #",
            "[",
            "@ #",
            "\t f " + T + " #\u2028");
    Arbitrary<String> end = Arbitraries.of("\n", "\r\n", "\n", "\r", "");
    return Combinators.combine(line, end)
        .as((l, e) -> l + e)
        .list()
        .ofMaxSize(12)
        .map(lines -> "%project=x\n" + String.join("", lines));
  }
}
