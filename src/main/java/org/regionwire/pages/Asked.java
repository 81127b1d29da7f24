package org.regionwire.pages;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader asks for.
 *
 * @param path from the root, not decoded, without a slash at the end
 */
record Asked(String path, Map<String, List<String>> query, Accept accept) {

  static Asked of(RoutingContext context) {
    return new Asked(
        path(Optional.ofNullable(context.request().path()).orElse("")),
        all(context.queryParams()),
        new Accept(Optional.ofNullable(context.request().getHeader("Accept"))));
  }

  /** Whether its escapes can be read at all. */
  boolean legible() {
    return decoded(path).isPresent();
  }

  /** What follows {@code prefix}, decoded, when it is one step and no more. */
  Optional<String> after(String prefix) {
    if (!path.startsWith(prefix) || path.indexOf('/', prefix.length()) >= 0) {
      return Optional.empty();
    }
    return decoded(path.substring(prefix.length())).filter(step -> !step.isBlank());
  }

  private static String path(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Optional<String> decoded(String step) {
    try {
      return Optional.of(URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noSuchAddress) {
      return Optional.empty();
    }
  }

  private static Map<String, List<String>> all(MultiMap parameters) {
    var all = new LinkedHashMap<String, List<String>>();
    parameters.names().forEach(name -> all.put(name, parameters.getAll(name)));
    return all;
  }
}
