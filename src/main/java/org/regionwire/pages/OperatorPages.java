package org.regionwire.pages;

import java.net.URI;
import java.util.Map;
import org.regionwire.pages.operate.FiguresPage;
import org.regionwire.pages.operate.LettersPage;
import org.regionwire.pages.operate.NewsPage;
import org.regionwire.pages.operate.Overview;
import org.regionwire.pages.operate.ParkedPage;
import org.regionwire.pages.operate.PreviewPage;
import org.regionwire.pages.operate.SendersPage;
import org.regionwire.pages.site.Site;

/** The pages of those who operate the wire. They work without a script. */
public final class OperatorPages {
  private final Templates templates = new Templates();
  private final Site site;

  /**
   * @param base where readers find the wire
   */
  public OperatorPages(URI base) {
    this.site = new Site(base, new StaticFiles()::address);
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

  /** What is parked. */
  public String parked(ParkedPage parked) {
    var head = site.passing("Parked – Operate", "What failed, to be put back.");
    return templates.render("operate-parked", head, Map.of("page", parked));
  }

  /** How it goes. */
  public String figures(FiguresPage figures) {
    var head = site.passing("Figures – Operate", "How it goes, and what mends itself.");
    return templates.render("operate-figures", head, Map.of("page", figures));
  }

  /** Who may send. */
  public String senders(SendersPage senders) {
    var head = site.passing("Senders – Operate", "Who may send, and for what.");
    return templates.render("operate-senders", head, Map.of("page", senders));
  }

  /** What came in. */
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
