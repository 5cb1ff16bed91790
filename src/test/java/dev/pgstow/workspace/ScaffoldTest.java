package dev.pgstow.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaffoldTest {

  private static Map<String, String> files(String repoName, String username) {
    ModuleSpec spec =
        new ModuleSpec(
            "Ann Lee <ann@x.org>", "Two\nlines", List.of(), repoName, username, "", Map.of());
    return new Scaffold("crm", spec).files();
  }

  @Test
  void aNewModuleGetsThreeFiles() {
    Map<String, String> files = files("", "");
    assertEquals(Layout.SCAFFOLD, List.copyOf(files.keySet()));
    assertEquals(
        """
        EXTENSION = crm
        DATA = sql/crm--0.0.1.sql

        PG_CONFIG = pg_config
        PGXS := $(shell $(PG_CONFIG) --pgxs)
        include $(PGXS)
        """,
        files.get("Makefile"));
    assertTrue(files.get("README.md").startsWith("# crm\n\nTwo lines\n\nA pgpm module."));
    assertTrue(files.get("README.md").contains("`pgpm deploy --package crm`"));
    assertEquals(
        """
        {
          "name": "crm",
          "version": "0.0.1",
          "author": "Ann Lee <ann@x.org>",
          "description": "Two lines",
          "homepage": "https://github.com/ann-lee/crm",
          "license": "UNLICENSED",
          "repository": {
            "type": "git",
            "url": "https://github.com/ann-lee/crm"
          },
          "bugs": {
            "url": "https://github.com/ann-lee/crm/issues"
          },
          "keywords": []
        }
        """,
        files.get("package.json"));
  }

  @Test
  void theRepositoryMayBeNamed() {
    assertTrue(
        files("monorepo", "acme").get("package.json").contains("https://github.com/acme/monorepo"));
  }

  @ParameterizedTest
  @CsvSource({
    "Oracle User <oracle@example.com>,oracle-user",
    "José Núñez,jose-nunez",
    "A<a@b>,a",
    "<a@b.c>,a-b-c",
    "--x--,x",
    "表,pgstow"
  })
  void anAuthorsNameIsMadeFitForAnAddress(String author, String slug) {
    assertEquals(slug, Scaffold.slug(author));
  }
}
