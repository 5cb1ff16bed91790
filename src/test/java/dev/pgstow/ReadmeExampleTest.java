package dev.pgstow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pgstow.testing.Sample;
import dev.pgstow.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java example compiles and exports. */
class ReadmeExampleTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

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
