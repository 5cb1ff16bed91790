package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StageFolderTest {
  @TempDir Path outdir;

  @Test
  void holdsWhatComesAndWhatWent() throws IOException {
    StageFolder stage = StageFolder.create(outdir);
    assertEquals(List.of(stage), StageFolder.in(outdir));
    assertTrue(StageFolder.is(stage.path()));
    assertEquals(outdir, stage.outdir());
    assertEquals(stage.path().resolve("new/m"), stage.fresh("m"));
    assertEquals(stage.path().resolve("old/m"), stage.old("m"));
    assertEquals(stage.path().resolve("m.files"), stage.fileList("m"));
  }

  @Test
  void isAFolderOfThatNameAndNothingElse() throws IOException {
    Path other = Files.createDirectories(outdir.resolve("other"));
    Path file = Files.writeString(outdir.resolve(".pgstow-stage-1"), "");
    Path link = Files.createSymbolicLink(outdir.resolve(".pgstow-stage-2"), other);
    Path missing = outdir.resolve(".pgstow-stage-3");
    for (Path path : List.of(other, file, link, missing, Path.of("/"))) {
      assertFalse(StageFolder.is(path), path.toString());
    }
    assertEquals(List.of(), StageFolder.in(outdir));
    assertEquals(List.of(), StageFolder.in(missing));
    assertEquals(List.of(), StageFolder.in(file));
  }

  @Test
  void liesInAFolder() {
    StageFolder nowhere = new StageFolder(Path.of(".pgstow-stage-1"));
    assertThrows(IllegalStateException.class, nowhere::outdir);
  }
}
