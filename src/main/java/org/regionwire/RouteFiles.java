package org.regionwire;

import java.util.stream.Collectors;
import org.regionwire.news.ClassPathFolder;

/** Where Camel finds the routes. */
final class RouteFiles {
  private static final String SHIPPED = "classpath:routes";
  private static final String ROUTE = ".camel.yaml";

  private RouteFiles() {}

  /** The shipped ones by name: for a pattern on the class path Camel would read the whole jar. */
  static String in(String folder) {
    if (!folder.equals(SHIPPED)) {
      return folder + "/*" + ROUTE;
    }
    return ClassPathFolder.names("routes/", "00-failures" + ROUTE).stream()
        .map(name -> SHIPPED + "/" + name)
        .sorted()
        .collect(Collectors.joining(","));
  }
}
