package org.regionwire.archive;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the database is, as JDBC wants it: without the name and password, which come apart. */
record DatabaseUrl(String jdbc, Optional<String> user, Optional<String> password) {
  private static final String SQLITE = "sqlite:";
  private static final String POSTGRESQL = "postgresql:";

  /** The words of an address that is refused are not repeated, for they may hold a password. */
  static DatabaseUrl parse(String url) {
    if (url.startsWith(SQLITE) && url.length() > SQLITE.length()) {
      return new DatabaseUrl("jdbc:" + url, Optional.empty(), Optional.empty());
    }
    if (url.startsWith(POSTGRESQL) && url.length() > POSTGRESQL.length()) {
      return withoutUser(url);
    }
    throw new IllegalArgumentException(
        "a database is sqlite:<file> or postgresql://<user>:<password>@<host>:<port>/<database>");
  }

  boolean isSqlite() {
    return jdbc.startsWith("jdbc:" + SQLITE);
  }

  /** Of SQLite: the path of the file. */
  String file() {
    String path = jdbc.substring(("jdbc:" + SQLITE).length());
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static DatabaseUrl withoutUser(String url) {
    String start = POSTGRESQL + "//";
    int end = url.indexOf('/', start.length());
    int at = url.lastIndexOf('@', end < 0 ? url.length() : end);
    if (!url.startsWith(start) || at < 0) {
      return new DatabaseUrl("jdbc:" + url, Optional.empty(), Optional.empty());
    }
    String who = url.substring(start.length(), at);
    int colon = who.indexOf(':');
    return new DatabaseUrl(
        "jdbc:" + start + url.substring(at + 1),
        Optional.of(decoded(colon < 0 ? who : who.substring(0, colon))),
        colon < 0 ? Optional.empty() : Optional.of(decoded(who.substring(colon + 1))));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
