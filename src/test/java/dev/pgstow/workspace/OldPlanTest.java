package dev.pgstow.workspace;

import static dev.pgstow.workspace.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldPlanTest {
  @TempDir Path folder;

  private OldPlan read(String text) throws IOException {
    return OldPlan.read(Files.writeString(folder.resolve("pgpm.plan"), text));
  }

  private static List<String> names(List<OldPlan.TagLine> tags) {
    return tags.stream().map(OldPlan.TagLine::name).toList();
  }

  @Test
  void tagsBelongToTheChangeAboveOrTheOneTheyName() throws IOException {
    OldPlan plan =
        read(
            "%project=x\nt1\n# c\n@v1\n\n@v2 2024-01-15T10:00:00Z A <a>\n@v3 # n\nt2\n@v4 t1 # n\n@v5\n");
    assertEquals(List.of("v1", "v2", "v3", "v4"), names(plan.removeTags("t1")));
    assertEquals(List.of(), plan.removeTags("t1"));
    assertEquals(List.of("v5"), names(plan.remainingTags()));
  }

  @Test
  void tagsStayInThePlanThatReplacesIt() throws IOException {
    OldPlan old = read("a\n@v1 2024-01-15T10:00:00Z A <a> # n\ngone\n@v2\n");
    PlanWriter writer = new PlanWriter("A <a>", old);
    StringWriter out = new StringWriter();
    writer.write("m", List.of(new PlannedChange("a", List.of("b:c"), "why")), out);
    assertEquals(
        "%syntax-version=1.0.0\n%project=m\n%uri=m\n\n"
            + "a [b:c] 2017-08-11T08:11:51Z A <a> # why\n"
            + "@v1 2024-01-15T10:00:00Z A <a> # n\n",
        out.toString());
    assertEquals(new PlanWriter.Tags(List.of("v1"), List.of("v2")), writer.tags());
    assertEquals(writer.fingerprint(), read(out.toString()).fingerprint());
  }

  @Test
  void whatAPlanCannotHoldIsNotWritten() throws IOException {
    PlanWriter writer = new PlanWriter("A <a>", read(""));
    for (PlannedChange bad :
        List.of(
            new PlannedChange("a b", List.of(), ""), new PlannedChange("a", List.of("b c"), ""))) {
      assertFails(
          bad.name().equals("a") ? "reference-malformed" : "change-name-unsafe",
          () -> writer.write("m", List.of(bad), new StringWriter()));
    }
  }

  @Test
  void theFingerprintTellsPlansApartButForTheirTags() throws IOException {
    String print = read("a\nb\n").fingerprint();
    assertEquals(print, read("\n a \r\n@v1\nb\n@v2\n").fingerprint());
    assertNotEquals(print, read("a\nc\n").fingerprint());
    assertNotEquals(print, read("ab\n").fingerprint());
    assertNotEquals(print, read("").fingerprint());
  }
}
