package org.regionwire.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.Hash;

/**
 * The style sheet and the icon. Each address holds a hash of the content, so that it may be kept
 * for a year and still changes at once.
 */
final class StaticFiles {
  private static final String FOLDER = "/static/";
  private static final String A_YEAR = "public, max-age=31536000, immutable";

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  StaticFiles() {
    ship("wire.css", "text/css; charset=utf-8");
    ship("icon.svg", "image/svg+xml");
  }

  /** The address of a shipped file, from the root. */
  String address(String name) {
    return Optional.ofNullable(addresses.get(name)).orElseThrow();
  }

  /** By path, with the right hash, or with none or an old one: then to be asked for again. */
  Optional<Answer> find(String path) {
    Answer exact = answers.get(path);
    if (exact != null) {
      return Optional.of(exact);
    }
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("-[0-9a-f]{10}\\.", ".");
    return Optional.ofNullable(addresses.get(name))
        .filter(address -> path.startsWith(FOLDER) && path.indexOf('/', FOLDER.length()) < 0)
        .map(address -> shipped(address).cached("no-cache"));
  }

  private Answer shipped(String address) {
    return Optional.ofNullable(answers.get(address)).orElseThrow();
  }

  private void ship(String name, String type) {
    byte[] bytes = read(name);
    int dot = name.lastIndexOf('.');
    String hash = Hash.hex(bytes).substring(0, 10);
    String address = FOLDER + name.substring(0, dot) + "-" + hash + name.substring(dot);
    addresses.put(name, address);
    answers.put(address, Answer.of(200, type, bytes).cached(A_YEAR));
  }

  private static byte[] read(String name) {
    try (var stream = StaticFiles.class.getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("not shipped: " + FOLDER + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("not readable: " + FOLDER + name, e);
    }
  }
}
