package org.regionwire.pages;

import java.net.URI;
import java.util.Map;
import org.regionwire.pages.operate.Overview;

/** The pages of those who operate the wire. They work without a script. */
public final class OperatorPages {
  private final Templates templates = new Templates();
  private final Site site;

  /**
   * @param base where readers find the wire
   */
  public OperatorPages(URI base) {
    this.site = new Site(base);
  }

  /**
   * Asks for a token.
   *
   * @param any whether there is one
   * @param said what was wrong; empty when nothing was
   */
  public String login(boolean any, String said) {
    var head = site.passing("Operate", "For those who operate this wire.");
    return templates.render("operate-login", head, Map.of("any", any, "said", said));
  }

  /** What there is to see and to decide. */
  public String overview(Overview overview) {
    var head = site.passing("Operate", "What there is to see and to decide.");
    return templates.render("operate", head, Map.of("page", overview));
  }
}
