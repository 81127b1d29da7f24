package org.regionwire.region;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.regionwire.news.NewsItem;
import org.regionwire.region.gazetteer.Gazetteer;

/** The country that an item's source is in, by the address of its own page: {@code liepaja.lv}. */
final class SourceHome {
  /** Domains of countries that are sold to everybody (IANA root zone, as commonly used). */
  private static final Set<String> SOLD =
      Set.of(
          "AC", "AG", "AI", "AM", "AS", "BZ", "CC", "CO", "CX", "DJ", "FM", "GG", "GL", "IM", "IO",
          "LA", "LY", "ME", "MN", "MS", "MU", "NU", "PN", "PW", "SC", "SH", "SO", "ST", "TK", "TO",
          "TV", "VC", "VG", "WS");

  private final Gazetteer gazetteer;

  SourceHome(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** ISO 3166-1 alpha-2. */
  Optional<String> of(NewsItem item) {
    return item.link()
        .map(URI::getHost)
        .map(host -> host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT))
        .map(domain -> domain.equals("UK") ? "GB" : domain)
        .filter(domain -> domain.length() == 2 && !SOLD.contains(domain))
        .filter(domain -> gazetteer.numberByCode(domain).isPresent());
  }
}
