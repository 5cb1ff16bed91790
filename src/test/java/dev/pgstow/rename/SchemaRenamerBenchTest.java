package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.rename.SchemaRenamer.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** One scan against a chain of {@code String.replace}, over 20 MB of SQL. */
@Tag("bench")
class SchemaRenamerBenchTest {

  @Test
  void timeDoesNotGrowWithTheNumberOfNames(TestReporter reporter) {
    double few = measure(10, reporter);
    double many = measure(500, reporter);
    assertTrue(many > few / 2, "10 names: " + few + " MB/s, 500 names: " + many + " MB/s");
  }

  private static double measure(int names, TestReporter reporter) {
    List<Schema> schemas = new ArrayList<>();
    List<String> scripts = new ArrayList<>();
    for (int i = 0; i < names; i++) {
      String letters = "" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
      schemas.add(new Schema("app-" + letters, "demo-1772181642234-a8eba4e4-app-" + letters));
    }
    for (int i = 0; i < 20_000; i++) {
      scripts.add(script(schemas.get(i % names).schemaName()));
    }
    SchemaRenamer renamer = SchemaRenamer.of("demo", schemas, List.of("public"));
    List<Schema> longest =
        schemas.stream()
            .sorted(Comparator.comparing((Schema schema) -> -schema.schemaName().length()))
            .toList();
    double scan = megabytesPerSecond(scripts, renamer::sql, 7);
    double chain =
        megabytesPerSecond(
            names > 100 ? scripts.subList(0, 2000) : scripts,
            sql -> {
              String result = sql;
              for (Schema schema : longest) {
                result = result.replace(schema.schemaName(), "demo_" + schema.name());
              }
              return result;
            },
            3);
    reporter.publishEntry(
        names + " names",
        "one scan %.0f MB/s, replace chain %.0f MB/s, ratio %.1f"
            .formatted(scan, chain, scan / chain));
    return scan;
  }

  private static double megabytesPerSecond(
      List<String> scripts, UnaryOperator<String> rename, int rounds) {
    long bytes =
        scripts.stream().mapToLong(sql -> sql.getBytes(StandardCharsets.UTF_8).length).sum();
    double best = 0;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      long length = scripts.stream().mapToLong(sql -> rename.apply(sql).length()).sum();
      assertTrue(length > 0);
      best = Math.max(best, bytes / 1e6 / ((System.nanoTime() - start) / 1e9));
    }
    return best;
  }

  private static String script(String schema) {
    return """
        CREATE TABLE "%1$s".contacts (
          id uuid PRIMARY KEY DEFAULT uuid_generate_v4(),
          company_id uuid NOT NULL REFERENCES "%1$s".companies (id) ON DELETE CASCADE,
          owner_id uuid NOT NULL, -- who made it
          email citext, first_name text, last_name text, notes text DEFAULT 'nothing yet',
          created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz DEFAULT now()
        );
        CREATE FUNCTION "%1$s".touch() RETURNS trigger AS $$
        BEGIN
          NEW.updated_at = now();
          IF NEW.email IS DISTINCT FROM OLD.email THEN
            RAISE NOTICE 'the address of %% was changed from %% to %%', NEW.id, OLD.email, NEW.email;
          END IF;
          RETURN NEW;
        END;
        $$ LANGUAGE plpgsql VOLATILE SECURITY DEFINER;
        CREATE POLICY own ON "%1$s".contacts FOR SELECT TO authenticated
          USING (owner_id = (NULLIF(current_setting('jwt.claims.user_id', true), ''))::uuid);
        """
        .formatted(schema);
  }
}
