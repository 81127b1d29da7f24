package org.regionwire.digest.letters;

import java.net.URI;

/**
 * Who writes.
 *
 * @param name of the wire, for people
 * @param address letters come from: {@code digest@example.org}
 * @param base of all links, without a slash at the end
 */
public record Letterhead(String name, String address, URI base) {

  String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  String link(String path) {
    return base + path;
  }
}
