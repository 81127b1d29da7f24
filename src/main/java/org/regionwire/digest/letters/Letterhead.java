package org.regionwire.digest.letters;

import java.net.URI;
import org.regionwire.digest.mail.ReturnAddresses;

/**
 * Who writes.
 *
 * @param name of the wire, for people
 * @param address letters come from: {@code digest@example.org}
 * @param returns where bounces go
 * @param base of all links, without a slash at the end
 */
public record Letterhead(String name, String address, ReturnAddresses returns, URI base) {

  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** In the envelope of this letter. */
  String sender(String letter) {
    return returns.ofLetter(letter);
  }

  /** For programs: the two ways to end the letters of a person (RFC 2369, RFC 8058). */
  String unsubscribing(LetterLinks links) {
    String page = link("/unsubscribe/" + links.unsubscribe());
    return "<" + page + ">, <" + returns.toLeave(links.subscriber()) + ">";
  }

  String link(String path) {
    return base + path;
  }
}
