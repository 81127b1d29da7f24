package org.regionwire.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.regionwire.pages.site.Head;

/** Writes pages by the templates in {@code jte/html/pages}. Safe for use by many threads. */
final class Templates {
  private static final int USUAL_LENGTH = 16 * 1024;

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.regionwire.jte.html");

  /**
   * @param template its name without folder and ending
   * @param shown what it shows, by the names of its parameters
   */
  String render(String template, Head head, Map<String, Object> shown) {
    var output = new StringOutput(USUAL_LENGTH);
    Map<String, Object> all = new HashMap<>(shown);
    all.put("head", head);
    engine.render("pages/" + template + ".jte", all, output);
    return output.toString();
  }
}
