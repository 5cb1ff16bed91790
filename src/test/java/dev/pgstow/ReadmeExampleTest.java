package dev.pgstow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java example compiles and exports; the tests it refers to are there. */
class ReadmeExampleTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theTestsThatHoldItsClaimsAreThere() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    Set<String> named =
        Pattern.compile("`(?:\\w+\\.)?(\\w+(?:Test|Bench))`")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(named.size() > 5, named::toString);
    named.removeAll(tests);
    assertEquals(Set.of(), named);
  }

  @Test
  void theExampleRuns() throws Exception {
    Matcher block = JAVA.matcher(Files.readString(Path.of("README.md")));
    assertTrue(block.find(), "README.md has a Java example");
    Path source = folder.resolve("Example.java");
    Files.writeString(source, block.group(1));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int compiled =
        compiler.run(
            null,
            null,
            errors,
            "-d",
            folder.toString(),
            "-proc:none",
            "-classpath",
            System.getProperty("java.class.path"),
            source.toString());
    assertEquals(0, compiled, errors::toString);
    TestServer server = TestServer.shared();
    String database = Sample.createDatabase();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      String password = server.password.isEmpty() ? "" : ":" + server.password;
      String url = "postgresql://" + server.user + password + "@" + server.host + ":" + server.port;
      loader
          .loadClass("Example")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[] {url, database, folder.resolve("out").toString()});
    } finally {
      server.dropDatabase(database);
    }
    assertTrue(Files.exists(folder.resolve("out/crm/pgpm.plan")));
    assertTrue(Files.exists(folder.resolve("out/crm-service/pgpm.plan")));
  }
}
