package org.regionwire.digest.letters;

import java.net.URI;

/**
 * Who writes.
 *
 * @param name of the wire, for people
 * @param address letters come from: {@code digest@example.org}
 * @param bounces where bounces go; {@code {letter}} in it stands for the id of the letter, so that
 *     a bounce tells whose it is (VERP)
 * @param base of all links, without a slash at the end
 */
public record Letterhead(String name, String address, String bounces, URI base) {

  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /** In the envelope of this letter. */
  String sender(String letter) {
    return bounces.replace("{letter}", letter);
  }

  String link(String path) {
    return base + path;
  }
}
