package org.regionwire.news;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that is shipped with the program, in its jar or, while building, on disk. */
public final class ClassPathFolder {
  private ClassPathFolder() {}

  /**
   * The names of the files right in it.
   *
   * @param folder like {@code db/migration/}
   * @param member one that is known to be there; it says where the folder is
   */
  public static Set<String> names(String folder, String member) {
    ClassLoader loader = ClassPathFolder.class.getClassLoader();
    URL url = Objects.requireNonNull(loader.getResource(folder + member), member);
    try {
      return url.openConnection() instanceof JarURLConnection jar
          ? inJar(folder, jar.getJarFile().stream().map(entry -> entry.getName()))
          : onDisk(Path.of(URI.create(url.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException("the files in " + folder + " cannot be listed", e);
    }
  }

  private static Set<String> inJar(String folder, Stream<String> entries) {
    return entries
        .filter(name -> name.startsWith(folder))
        .map(name -> name.substring(folder.length()))
        .filter(name -> !name.isEmpty() && !name.contains("/"))
        .collect(toUnmodifiableSet());
  }

  private static Set<String> onDisk(Path member) throws IOException {
    try (var files = Files.list(Objects.requireNonNull(member.getParent()))) {
      return files.map(file -> file.getFileName().toString()).collect(toUnmodifiableSet());
    }
  }
}
