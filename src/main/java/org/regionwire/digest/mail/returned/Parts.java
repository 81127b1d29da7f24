package org.regionwire.digest.mail.returned;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mail taken apart: its headers, and the text of each part with its media type. */
record Parts(List<Header> headers, List<Leaf> leaves) {
  private static final int LONGEST = 256 << 10;
  private static final int DEEPEST = 6;

  private static final Pattern COPY =
      Pattern.compile(
          "-{3,} *(Below this line|This is a copy|Original message)", Pattern.CASE_INSENSITIVE);

  record Leaf(String type, String text) {
    boolean is(String... types) {
      return List.of(types).contains(type);
    }
  }

  static Parts of(MimeMessage message) throws MessagingException, IOException {
    List<Leaf> leaves = new ArrayList<>();
    collect(message, 0, leaves);
    return new Parts(Collections.list(message.getAllHeaders()), leaves);
  }

  private static void collect(Part part, int depth, List<Leaf> leaves)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && depth < DEEPEST) {
      if (part.getContent() instanceof Multipart several) {
        for (int i = 0; i < several.getCount(); i++) {
          collect(several.getBodyPart(i), depth + 1, leaves);
        }
      }
      return;
    }
    String type = part.getContentType().replaceFirst("(?s)[;\\s].*", "").toLowerCase(Locale.ROOT);
    try (var in = part.getInputStream()) {
      // Codes and marks are ASCII, whatever the rest is.
      leaves.add(new Leaf(type, new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1)));
    }
  }

  Optional<Leaf> first(String... types) {
    return leaves.stream().filter(leaf -> leaf.is(types)).findFirst();
  }

  /** In lower case; empty when there is none. */
  String header(String name) {
    return headers.stream()
        .filter(header -> header.getName().equalsIgnoreCase(name))
        .map(header -> header.getValue().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** What a person would read of it, without the letter that some add to their words. */
  String words() {
    String all =
        leaves.stream()
            .filter(leaf -> leaf.is("text/plain", "text/html"))
            .map(Leaf::text)
            .collect(Collectors.joining("\n"));
    return COPY.split(all, 2)[0];
  }

  /** Where marks can be: first where it came to, then what it is about. */
  String all() {
    String first =
        headers.stream()
            .filter(header -> !header.getName().equalsIgnoreCase("Received"))
            .map(Header::getValue)
            .collect(Collectors.joining("\n"));
    return first + "\n" + leaves.stream().map(Leaf::text).collect(Collectors.joining("\n"));
  }
}
