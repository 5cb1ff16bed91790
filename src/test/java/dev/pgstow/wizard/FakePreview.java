package dev.pgstow.wizard;

import dev.pgstow.workspace.FileChange;
import dev.pgstow.workspace.FileChange.Kind;
import dev.pgstow.workspace.ModulePreview;
import dev.pgstow.workspace.ModuleTarget;
import dev.pgstow.workspace.Preview;
import java.nio.file.Path;
import java.util.List;

/** Previews of two modules. */
record FakePreview(boolean exists, boolean edited) {
  static FakePreview fresh() {
    return new FakePreview(false, false);
  }

  static FakePreview existing(boolean edited) {
    return new FakePreview(true, edited);
  }

  Preview preview() {
    return new Preview(
        List.of(
            module(
                "demo-crm",
                List.of(
                    new FileChange(
                        "deploy/schemas/crm_app_public/tables/contacts/policies/auth_sel_own.sql",
                        Kind.CHANGED,
                        edited),
                    new FileChange(
                        "deploy/schemas/crm_app_public/tables/deals/table.sql",
                        Kind.CHANGED,
                        false),
                    new FileChange(
                        "deploy/schemas/crm_app_public/tables/memos/table.sql",
                        Kind.REMOVED,
                        false),
                    new FileChange(
                        "deploy/schemas/crm_app_public/tables/notes/table.sql", Kind.NEW, false))),
            module(
                "demo-crm-service",
                List.of(new FileChange("deploy/migrate/field.sql", Kind.CHANGED, false)))));
  }

  private ModulePreview module(String name, List<FileChange> files) {
    boolean there = exists;
    long edits = files.stream().filter(FileChange::handEdited).count();
    return new ModulePreview() {
      @Override
      public ModuleTarget target() {
        return new ModuleTarget(name, Path.of("packages", name));
      }

      @Override
      public boolean exists() {
        return there;
      }

      @Override
      public boolean originUnknown() {
        return false;
      }

      @Override
      public long same() {
        return 131;
      }

      @Override
      public long added() {
        return count(Kind.NEW);
      }

      @Override
      public long changed() {
        return count(Kind.CHANGED);
      }

      @Override
      public long removed() {
        return count(Kind.REMOVED);
      }

      private long count(Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).count();
      }

      @Override
      public long handEdited() {
        return edits;
      }

      @Override
      public List<FileChange> files() {
        return files;
      }

      @Override
      public String diff(FileChange file) {
        return """
            --- %1$s
            +++ %1$s
            @@ -1,5 +1,5 @@
             -- Deploy %1$s
             BEGIN;
            -CREATE TABLE deals (id uuid);
            +CREATE TABLE deals (id uuid, title text);
             COMMIT;
            """
            .formatted(file.path());
      }

      @Override
      public List<String> keptTags() {
        return List.of("v1.0.0", "v1.1.0");
      }

      @Override
      public List<String> droppedTags() {
        return List.of();
      }
    };
  }
}
