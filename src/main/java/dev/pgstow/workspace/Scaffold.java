package dev.pgstow.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The files that a new module gets once and that are the user's from then on. */
final class Scaffold {
  private static final String VERSION = "0.0.1";
  private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
  private static final Pattern DASHES_AROUND = Pattern.compile("^-+|-+$");

  private final String name;
  private final ModuleSpec spec;

  Scaffold(String name, ModuleSpec spec) {
    this.name = name;
    this.spec = spec;
  }

  /** Contents by file name. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Makefile", makefile());
    files.put("package.json", packageJson());
    files.put("README.md", readme());
    return files;
  }

  private String makefile() {
    return "EXTENSION = "
        + name
        + "\nDATA = sql/"
        + name
        + "--"
        + VERSION
        + ".sql\n\nPG_CONFIG = pg_config\nPGXS := $(shell $(PG_CONFIG) --pgxs)\ninclude $(PGXS)\n";
  }

  private String packageJson() {
    JsonMapper mapper = new JsonMapper();
    String owner = spec.username().isBlank() ? slug(spec.author()) : spec.username();
    String repo = spec.repoName().isBlank() ? name : spec.repoName();
    String url = "https://github.com/" + owner + "/" + repo;
    ObjectNode json = mapper.createObjectNode();
    json.put("name", name);
    json.put("version", VERSION);
    json.put("author", spec.author());
    json.put("description", OneLine.of(spec.description()));
    json.put("homepage", url);
    json.put("license", "UNLICENSED");
    json.putObject("repository").put("type", "git").put("url", url);
    json.putObject("bugs").put("url", url + "/issues");
    json.putArray("keywords");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withSeparators(
                DefaultPrettyPrinter.DEFAULT_SEPARATORS
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator(""));
    try {
      return mapper.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of strings is always JSON", e);
    }
  }

  private String readme() {
    return "# "
        + name
        + "\n\n"
        + OneLine.of(spec.description())
        + "\n\nA pgpm module. Deploy it with `pgpm deploy --package "
        + name
        + "` or `pgstow deploy "
        + name
        + "`.\n\nThe scripts in `deploy/`, `revert/` and `verify/` and the plan were exported by"
        + " pgstow and are written anew by the next export.\n";
  }

  /** A name fit for a URL: {@code Oracle User <…>} becomes {@code oracle-user}. */
  static String slug(String author) {
    int email = author.indexOf('<');
    String plain =
        Normalizer.normalize(email > 0 ? author.substring(0, email) : author, Normalizer.Form.NFKD);
    String dashed =
        NOT_SLUG.matcher(plain.replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)).replaceAll("-");
    String slug = DASHES_AROUND.matcher(dashed).replaceAll("");
    return slug.isEmpty() ? "pgstow" : slug;
  }
}
