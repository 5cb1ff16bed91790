package dev.pgstow.install;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registry in memory: one tarball a name, whatever the version asked for. */
final class FakeNpm implements Npm {
  private final Map<String, byte[]> packages = new HashMap<>();
  final List<String> asked = new ArrayList<>();

  FakeNpm with(String npmName, PackageTarball tarball) {
    packages.put(npmName, tarball.bytes());
    return this;
  }

  FakeNpm with(String npmName, byte[] bytes) {
    packages.put(npmName, bytes);
    return this;
  }

  FakeNpm module(String npmName, String version, String controlName, String dependencies) {
    return with(npmName, PackageTarball.module(npmName, version, controlName, dependencies));
  }

  @Override
  public Path pack(NpmSpec spec, Path destination) {
    asked.add(spec.toString());
    byte[] bytes = packages.get(spec.name());
    if (bytes == null) {
      throw Failure.failed("npm-failed", "no " + spec, "");
    }
    try {
      return Files.write(destination.resolve("a.tgz"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
