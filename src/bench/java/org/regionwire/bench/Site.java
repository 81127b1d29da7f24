package org.regionwire.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the bench works: all on one disk, on free ports of the loopback.
 *
 * @param project the root of the project, with the jar in {@code target}
 * @param folder for data, new for each run
 */
record Site(Path project, Path folder) {

  static Site in(Path project) throws IOException {
    Path parent = Files.createDirectories(project.resolve("target/bench"));
    return new Site(project, Files.createTempDirectory(parent, "run"));
  }

  Path jar() {
    return project.resolve("target/regionwire.jar");
  }

  /** A new one. */
  Path home(String name) throws IOException {
    return Files.createTempDirectory(folder, name);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where a program of this name is, as the shell would find it. */
  static Optional<Path> program(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    return List.of(path.split(File.pathSeparator)).stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The shipped routes, with the one of this id not started. */
  Path routesWithout(String id) throws IOException {
    Path copy = home("routes");
    try (Stream<Path> routes = Files.list(project.resolve("routes"))) {
      for (Path route : routes.toList()) {
        String text = Files.readString(route);
        String idle =
            text.replace("    id: " + id + "\n", "    id: " + id + "\n    autoStartup: false\n");
        Files.writeString(copy.resolve(route.getFileName()), idle);
      }
    }
    return copy;
  }

  void clear() {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
