package org.regionwire.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.regionwire.pages.site.Site;
import org.regionwire.pages.subscribers.ManagePage;

/** The pages that links in letters lead to. */
public final class LetterPages {
  private final Templates templates;
  private final Site site;

  LetterPages(Templates templates, Site site) {
    this.templates = templates;
    this.site = site;
  }

  /**
   * Confirms on the press of a button: mail scanners follow links, so opening the page changes
   * nothing.
   *
   * @param what the subscription in words, as a whole sentence
   */
  public String confirm(String token, String what) {
    return ask("Confirm your subscription", "/confirm/", token, what, "Yes, send me these letters");
  }

  /**
   * Ends a subscription on the press of a button.
   *
   * @param what the subscription in words, as a whole sentence
   */
  public String unsubscribe(String token, String what) {
    return ask("Unsubscribe", "/unsubscribe/", token, what, "Unsubscribe");
  }

  /**
   * Says that letters have ended, and offers to go on.
   *
   * @param token of the link that ended them
   */
  public String ended(String token) {
    String action = "/unsubscribe/" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    var head = site.passing("Unsubscribed", "Unsubscribed");
    return templates.render("ended", head, Map.of("action", action));
  }

  /** For who has no letter at hand. */
  public String unsubscribeByAddress() {
    var head = site.passing("Unsubscribe", "End the letters, or change them.");
    return templates.render("unsubscribe", head, Map.of());
  }

  public String manage(ManagePage page) {
    var head = site.passing("Your letters", "What you get, and when.");
    return templates.render("manage", head, Map.of("page", page));
  }

  private String ask(String title, String path, String token, String what, String button) {
    var head = site.passing(title, title);
    String action = path + URLEncoder.encode(token, StandardCharsets.UTF_8);
    return templates.render("ask", head, Map.of("what", what, "action", action, "button", button));
  }
}
