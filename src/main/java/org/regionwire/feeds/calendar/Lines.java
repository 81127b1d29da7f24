package org.regionwire.feeds.calendar;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.stream.Collectors;

/** Content lines: names, parameters and values, each escaped as its type asks for. */
final class Lines {
  private final StringWriter text = new StringWriter(1 << 14);
  private final VObjectWriter out = new VObjectWriter(text, SyntaxStyle.NEW);

  Lines() {
    out.getFoldedLineWriter().setLineLength(null);
    // RFC 6868: quotes in values of parameters
    out.setCaretEncodingEnabled(true);
  }

  void begin(String component) {
    run(() -> out.writeBeginComponent(component));
  }

  void end(String component) {
    run(() -> out.writeEndComponent(component));
  }

  /** A value that is written as it is: a number, a time, an address. */
  void plain(String name, String value, String... parameters) {
    var given = new VObjectParameters();
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    run(() -> out.writeProperty(null, name, given, value));
  }

  /** TEXT of RFC 5545 section 3.3.11. */
  void text(String name, String value, String... parameters) {
    plain(name, escaped(value), parameters);
  }

  /** Texts, with commas between them. */
  void list(String name, Collection<String> values, String... parameters) {
    if (!values.isEmpty()) {
      plain(name, values.stream().map(Lines::escaped).collect(Collectors.joining(",")), parameters);
    }
  }

  private static String escaped(String value) {
    return VObjectPropertyValues.escape(value).replace("\r\n", "\\n").replace("\n", "\\n");
  }

  byte[] bytes() {
    run(out::close);
    return Folding.fold(text.toString());
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void run(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }
}
