package dev.pgstow.demo;

import java.util.Map;
import java.util.TreeMap;

/** A module as files: plan, control file, package.json, Makefile and scripts. */
final class ModuleFiles {
  /** Where npm would know our modules; nothing of the kind is published. */
  static final String SCOPE = "@pgstow-demo";

  private static final String VERSION = "0.0.1";
  private static final String PLANNED = "2017-08-11T08:11:51Z pgstow demo <demo@pgstow.invalid>";

  private final ChangeBook module;

  ModuleFiles(ChangeBook module) {
    this.module = module;
  }

  /** The texts by their paths inside the module. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put("pgpm.plan", plan());
    texts.put(module.name() + ".control", control());
    texts.put("package.json", packageJson());
    texts.put("Makefile", makefile());
    for (SampleChange change : module.changes()) {
      texts.put("deploy/" + change.name() + ".sql", deployScript(change));
      texts.put("revert/" + change.name() + ".sql", script("Revert", change, change.revert()));
      texts.put("verify/" + change.name() + ".sql", script("Verify", change, change.verify()));
    }
    return texts;
  }

  /** The deploy script; the ledger's hash is of these bytes. */
  String deployScript(SampleChange change) {
    StringBuilder script = new StringBuilder("-- Deploy: " + change.name() + "\n");
    script.append("-- part of the pgstow demo\n\n");
    change.requires().forEach(name -> script.append("-- requires: ").append(name).append('\n'));
    return script.append('\n').append(change.deploy()).append('\n').toString();
  }

  private static String script(String verb, SampleChange change, String sql) {
    return "-- " + verb + ": " + change.name() + "\n\n" + sql + "\n";
  }

  private String plan() {
    StringBuilder plan = new StringBuilder().append("%").append("syntax-version=1.0.0\n");
    plan.append("%project=").append(module.name()).append('\n');
    plan.append("%uri=").append(module.name()).append("\n\n");
    for (SampleChange change : module.changes()) {
      plan.append(change.name()).append(' ');
      if (!change.requires().isEmpty()) {
        plan.append('[').append(String.join(" ", change.requires())).append("] ");
      }
      plan.append(PLANNED).append(" # add ").append(change.kind().actionName()).append('\n');
    }
    return plan.toString();
  }

  private String control() {
    return """
        # %1$s extension
        comment = '%2$s'
        default_version = '%3$s'
        module_pathname = '$libdir/%1$s'
        requires = '%4$s'
        relocatable = false
        superuser = false
        """
        .formatted(module.name(), module.comment(), VERSION, String.join(",", module.requires()));
  }

  private String packageJson() {
    return """
        {
          "name": "%s/%s",
          "version": "%s",
          "description": "%s",
          "license": "MIT",
          "private": true
        }
        """
        .formatted(SCOPE, module.name(), VERSION, module.comment());
  }

  private String makefile() {
    return """
        EXTENSION = %1$s
        DATA = sql/%1$s--%2$s.sql

        PG_CONFIG = pg_config
        PGXS := $(shell $(PG_CONFIG) --pgxs)
        include $(PGXS)
        """
        .formatted(module.name(), VERSION);
  }
}
