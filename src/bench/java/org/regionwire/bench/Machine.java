package org.regionwire.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What it ran on. */
final class Machine {
  private Machine() {}

  static String describe() {
    return "%s, %d cores, load average %.1f before · Java %s · %s, Linux %s"
        .formatted(
            value(Path.of("/proc/cpuinfo"), "model name", ":"),
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            System.getProperty("java.vm.version"),
            value(Path.of("/etc/os-release"), "PRETTY_NAME", "="),
            System.getProperty("os.version"));
  }

  private static String value(Path file, String key, String separator) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(separator) + 1).replace("\"", "").strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
