package dev.pgstow.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesTest {
  @TempDir Path root;

  @Test
  void rolesAreMadeOnceHoweverManyAskAtOnce() {
    List<CompletableFuture<Roles.Result>> runs =
        IntStream.range(0, 8)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> new Roles(Target.databases()).bootstrap()))
            .toList();
    runs.forEach(CompletableFuture::join);
    Roles.Result again = new Roles(Target.databases()).bootstrap();
    assertEquals(List.of(), again.created());
    assertEquals(List.of(), again.granted());
    try (Target target = Target.create(root)) {
      assertEquals(
          List.of("administrator t", "anonymous f", "authenticated f"),
          target.query(
              "SELECT rolname || ' ' || substr(rolbypassrls::text, 1, 1) FROM pg_roles WHERE rolname"
                  + " IN ('administrator', 'anonymous', 'authenticated') AND NOT rolcanlogin"
                  + " ORDER BY 1"));
      assertEquals(
          List.of("t"),
          target.query(
              "SELECT pg_has_role('administrator', 'anonymous', 'MEMBER')"
                  + " AND pg_has_role('administrator', 'authenticated', 'MEMBER')"
                  + " AND pg_has_role('app_user', 'anonymous', 'MEMBER')"
                  + " AND pg_has_role('app_user', 'authenticated', 'MEMBER')"
                  + " AND pg_has_role('app_admin', 'administrator', 'MEMBER')"));
    }
  }
}
