package org.regionwire.digest.letters;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The layouts of letters, compiled when the house was built. */
final class Templates {
  private static final TemplateEngine HTML = engine(ContentType.Html, "html");
  private static final TemplateEngine TEXT = engine(ContentType.Plain, "text");

  private Templates() {}

  static String html(String name, Object letter) {
    return rendered(HTML, name, letter);
  }

  static String text(String name, Object letter) {
    return rendered(TEXT, name, letter);
  }

  private static String rendered(TemplateEngine engine, String name, Object letter) {
    var output = new StringOutput();
    engine.render("letters/" + name + ".jte", letter, output);
    return output.toString();
  }

  @SuppressWarnings("NullAway") // without a folder the classes come from the class path
  private static TemplateEngine engine(ContentType type, String name) {
    return TemplateEngine.createPrecompiled(
        null, type, Templates.class.getClassLoader(), "org.regionwire.jte." + name);
  }
}
