package org.regionwire.intake.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;
import org.regionwire.intake.Mistake;

/**
 * The HTML that news may hold: structure, emphasis, links, pictures and tables; nothing that runs,
 * styles or loads from elsewhere than the web.
 */
public final class SafeHtml {
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<!--");
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ \\t]*\\n\\s*");
  private static final Pattern WEB = Pattern.compile("(?i)https?://[^/?#].*", Pattern.DOTALL);
  private static final Pattern WEB_OR_MAIL =
      Pattern.compile("(?i)(https?://[^/?#]|mailto:.).*", Pattern.DOTALL);
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,4}");

  private static final PolicyFactory NEWS =
      new HtmlPolicyBuilder()
          .allowElements("h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "br", "hr", "blockquote")
          .allowElements("pre", "code", "kbd", "samp", "var", "figure", "figcaption")
          .allowElements("ul", "ol", "li", "dl", "dt", "dd", "a", "img")
          .allowElements("em", "strong", "b", "i", "u", "s", "small", "mark", "sub", "sup", "span")
          .allowElements("del", "ins", "q", "cite", "abbr", "dfn", "time")
          .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
          .allowAttributes("href")
          .matching(WEB_OR_MAIL)
          .onElements("a")
          .allowAttributes("src")
          .matching(WEB)
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(SMALL_NUMBER)
          .onElements("img")
          .allowAttributes("colspan", "rowspan")
          .matching(SMALL_NUMBER)
          .onElements("td", "th")
          .allowAttributes("start")
          .matching(SMALL_NUMBER)
          .onElements("ol")
          .allowAttributes("alt")
          .onElements("img")
          .allowAttributes("datetime")
          .onElements("time", "del", "ins")
          .allowAttributes("title", "lang", "dir")
          .globally()
          .allowUrlProtocols("http", "https", "mailto")
          .requireRelNofollowOnLinks()
          .toFactory();

  private SafeHtml() {}

  public static boolean holdsTags(String text) {
    return TAG.matcher(text).find();
  }

  /**
   * Plain text as paragraphs, HTML without what is not allowed; empty when nothing is left.
   *
   * @param most characters of the result
   * @throws Mistake when the result is longer, as unclosed tags can make it
   */
  public static Optional<String> of(String content, int most) {
    String html = holdsTags(content) ? sanitised(content, most) : paragraphs(content);
    if (html.length() > most) {
      throw tooLong(most);
    }
    return html.isBlank() ? Optional.empty() : Optional.of(html);
  }

  public static String paragraphs(String text) {
    var html = new StringBuilder(text.length() + 64);
    for (String paragraph : PARAGRAPHS.split(text.strip())) {
      html.append("<p>").append(escaped(paragraph).replace("\n", "<br />")).append("</p>");
    }
    return html.toString();
  }

  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String sanitised(String html, int most) {
    var out = new BoundedText(most);
    var renderer =
        HtmlStreamRenderer.create(
            out,
            e -> {
              throw tooLong(most);
            },
            unusable -> {});
    HtmlSanitizer.sanitize(html, NEWS.apply(renderer));
    return out.toString().strip();
  }

  private static Mistake tooLong(int most) {
    return new Mistake(Words.of("is longer than %,d characters once its HTML is tidied", most));
  }
}
