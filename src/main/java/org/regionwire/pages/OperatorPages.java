package org.regionwire.pages;

import java.net.URI;
import java.util.Map;
import org.regionwire.pages.operate.LettersPage;
import org.regionwire.pages.operate.NewsPage;
import org.regionwire.pages.operate.Overview;
import org.regionwire.pages.operate.PreviewPage;

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

  /** What came in, and what is parked. */
  public String news(NewsPage news) {
    var head = site.passing("News – Operate", "What came in, and where it is.");
    return templates.render("operate-news", head, Map.of("page", news));
  }

  /** What would go out, and to how many. */
  public String preview(PreviewPage preview) {
    var head = site.passing("Preview – Operate", "What would go out, and to how many.");
    return templates.render("operate-preview", head, Map.of("page", preview));
  }

  /** The letters of one address. */
  public String letters(LettersPage letters) {
    var head = site.passing("Letters – Operate", "The letters of one address.");
    return templates.render("operate-letters", head, Map.of("page", letters));
  }
}
