package org.regionwire.door;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a form was sent by a page of ours. A browser says by which page (Origin, RFC 6454 section
 * 7; Sec-Fetch-Site of Fetch Metadata), and no page can make it lie; programs need not say.
 */
public final class OwnPages {
  private final String base;

  /**
   * @param base the address people see
   */
  public OwnPages(String base) {
    this.base = origin(URI.create(base));
  }

  /** Of the page at the base, or at the host that was asked. */
  public boolean sent(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
    return sent(origin, Optional.ofNullable(request.getHeader("Host")).orElse(""));
  }

  boolean sent(String origin, String host) {
    String lower = origin.toLowerCase(Locale.ROOT);
    return lower.equals(base)
        || !host.isEmpty()
            && (lower.equals("http://" + host.toLowerCase(Locale.ROOT))
                || lower.equals("https://" + host.toLowerCase(Locale.ROOT)));
  }

  private static String origin(URI uri) {
    String port = uri.getPort() < 0 || isUsual(uri) ? "" : ":" + uri.getPort();
    return (uri.getScheme() + "://" + uri.getHost() + port).toLowerCase(Locale.ROOT);
  }

  private static boolean isUsual(URI uri) {
    return uri.getPort() == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
  }
}
